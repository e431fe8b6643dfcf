/** Code points or UTF-16 units: single ones, and inclusive ranges of them. */
export type Ranges = readonly (readonly [first: number, last?: number])[];

/** Whether the value is among them. */
export function isWithin(ranges: Ranges, value: number): boolean {
  return ranges.some(([first, last = first]) => value >= first && value <= last);
}
