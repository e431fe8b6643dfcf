/** Stars for all but the given number of characters at either end of an ASCII value. */
export function maskMiddle(value: string, first: number, last: number): string {
  const end = value.length - last;
  return value.slice(0, first) + "*".repeat(end - first) + value.slice(end);
}
