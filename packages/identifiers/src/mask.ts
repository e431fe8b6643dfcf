/** The longest run of stars written for something that could not be parsed. */
const MOST_STARS = 128;

/** A star for every character, whatever was given; nothing for what is not a string. */
export function maskAll(value: unknown): string {
  return typeof value === "string" ? "*".repeat(Math.min(value.length, MOST_STARS)) : "";
}

/** Stars for all but the given number of characters at either end of an ASCII value. */
export function maskMiddle(value: string, first: number, last: number): string {
  const hidden = value.length - first - last;
  return value.slice(0, first) + "*".repeat(hidden) + value.slice(first + hidden);
}
