/** The value of an ASCII digit; -1 for any other UTF-16 unit. */
export function digitValue(unit: number): number {
  const value = unit - 0x30;
  return value >= 0 && value <= 9 ? value : -1;
}

/** The same where X, of either case, stands for ten: a check character modulo 11. */
export function digitOrTen(unit: number): number {
  const lowerX = 0x78;
  return (unit | 0x20) === lowerX ? 10 : digitValue(unit);
}

/** Where the first character that is not an ASCII digit stands in `text` from `start` up to `end`; -1 if none. */
export function firstNonDigit(text: string, start: number, end: number): number {
  for (let index = start; index < end; index++) {
    if (digitValue(text.charCodeAt(index)) < 0) return index;
  }
  return -1;
}

/** The number written in ASCII digits from `start` up to `end`; `NaN` where another character stands among them. */
export function readDigits(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = digitValue(text.charCodeAt(index));
    if (digit < 0) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** The value of an ASCII digit or letter of either case, letters from A = 10 to Z = 35; -1 for any other unit. */
export function alphanumericValue(unit: number): number {
  // Capitals differ from their lower-case letters in this bit.
  const letter = (unit | 0x20) - 0x61;
  return letter >= 0 && letter < 26 ? letter + 10 : digitValue(unit);
}
