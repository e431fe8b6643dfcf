import { digitOrTen, digitValue } from "./ascii.ts";
import type { Span } from "./identifier-kind.ts";

/** The check character stands behind so many digits. */
const DIGITS = 17;

/**
 * The weighted sum of 17 digits and a check character of ISO 7064 MOD 11-2 (GB 11643-1999 clause 4.2), -1 where one of
 * them is a stranger: doubling at each step gives the weights 7 9 10 5 ... 4 2 1 of the standard. The check character
 * is right where the sum leaves 1 modulo 11.
 */
export function mod112Sum(text: string): number {
  let sum = 0;
  // Negative as soon as one value is: a branch at each character would take longer than all the rest.
  let signs = 0;
  for (let index = 0; index < DIGITS; index++) {
    const value = text.charCodeAt(index) - 0x30;
    signs |= value | (9 - value);
    sum = (sum + value) * 2;
  }
  const check = digitOrTen(text.charCodeAt(DIGITS));
  return (signs | check) < 0 ? -1 : sum + check;
}

/** The check character that belongs behind 17 digits. */
export function mod112Character(digits: string): string {
  return "0123456789X".charAt((12 - (mod112Sum(`${digits}0`) % 11)) % 11);
}

/** The first stranger. */
export function mod112Stranger(text: string): Span {
  let index = 0;
  while (index < DIGITS && digitValue(text.charCodeAt(index)) >= 0) index++;
  return [index, index + 1];
}
