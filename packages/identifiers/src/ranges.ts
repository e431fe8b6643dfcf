/** An inclusive range of code points or UTF-16 units. */
export type Range = readonly [first: number, last: number];

/** Whether the value lies in one of the ranges, which stand in ascending order. */
export function isWithin(ranges: readonly Range[], value: number): boolean {
  for (const [first, last] of ranges) {
    if (value <= last) return value >= first;
  }
  return false;
}
