const ZERO = 0x30;
const NINE = 0x39;

/** Whether the UTF-16 unit is an ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** The value of an ASCII digit. */
export function digitValue(unit: number): number {
  return unit - ZERO;
}

/** Where the first character that is not an ASCII digit stands in `text` from `start` up to `end`; -1 if none. */
export function firstNonDigit(text: string, start: number, end: number): number {
  for (let index = start; index < end; index++) {
    if (!isDigit(text.charCodeAt(index))) return index;
  }
  return -1;
}

/** The number written in ASCII digits from `start` up to `end`; `NaN` where another character stands among them. */
export function readDigits(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (!isDigit(unit)) return Number.NaN;
    value = value * 10 + digitValue(unit);
  }
  return value;
}

/** Whether the UTF-16 unit is an ASCII letter or digit. */
export function isAsciiAlphanumeric(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** Clears the bit in which an ASCII lower-case letter differs from its capital. For letters only. */
export function capital(unit: number): number {
  return unit & 0xdf;
}
