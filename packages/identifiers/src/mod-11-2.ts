import { digitValue } from "./ascii.ts";
import type { Span } from "./identifier-kind.ts";

/**
 * The weighted sum of 17 digits and a check character of ISO 7064 MOD 11-2 (GB 11643-1999 clause 4.2), -1 where one of
 * them is a stranger: doubling at each step gives the weights 7 9 10 5 ... 4 2 1 of the standard. The check character
 * is right where the sum leaves 1 modulo 11.
 */
export function mod112Sum(text: string): number {
  let sum = 0;
  for (let index = 0; index < 18; index++) {
    const value = valueAt(text, index);
    if (value < 0) return -1;
    sum = sum * 2 + value;
  }
  return sum;
}

/** The check character that belongs behind 17 digits. */
export function mod112Character(digits: string): string {
  return "0123456789X".charAt((12 - (mod112Sum(`${digits}0`) % 11)) % 11);
}

/** The first stranger. */
export function mod112Stranger(text: string): Span {
  let index = 0;
  while (valueAt(text, index) >= 0) index++;
  return [index, index + 1];
}

/** In the last place X, of either case, is ten. -1 for a stranger. */
function valueAt(text: string, index: number): number {
  const lowerX = 0x78;
  const unit = text.charCodeAt(index);
  return index === 17 && (unit | 0x20) === lowerX ? 10 : digitValue(unit);
}
