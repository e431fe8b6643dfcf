/** Code points or UTF-16 units, in ascending order: single ones, and inclusive ranges of them. */
export type Ranges = readonly (number | readonly [first: number, last: number])[];

/** Whether the value is among them. */
export function isWithin(ranges: Ranges, value: number): boolean {
  for (const range of ranges) {
    const isSingle = typeof range === "number";
    if (value <= (isSingle ? range : range[1])) return value >= (isSingle ? range : range[0]);
  }
  return false;
}
