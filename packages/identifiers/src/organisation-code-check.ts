import { capital, digitValue, isDigit } from "./ascii.ts";

const UPPER_A = 0x41;
const UPPER_X = 0x58;
const BODY_LENGTH = 8;

/**
 * Whether the nine characters of an organisation code at `start` end in their check character (GB 11714-1997).
 * Digits count as themselves and letters from A = 10 to Z = 35, of either case: the caller has
 * checked the characters. Doubling modulo 11 gives the weights 3 7 9 10 5 8 4 2 of the standard.
 */
export function isOrganisationCodeCheckRight(text: string, start: number): boolean {
  let sum = 0;
  for (let index = start; index < start + BODY_LENGTH; index++) {
    const unit = text.charCodeAt(index);
    const value = isDigit(unit) ? digitValue(unit) : capital(unit) - UPPER_A + 10;
    sum = (sum + value) * 2;
  }
  const last = text.charCodeAt(start + BODY_LENGTH);
  return (sum + organisationCheckValue(last)) % 11 === 0;
}

/** The value of a check character of GB 11714: a digit, or X for ten; `NaN` for any other. */
export function organisationCheckValue(unit: number): number {
  if (isDigit(unit)) return digitValue(unit);
  return capital(unit) === UPPER_X ? 10 : Number.NaN;
}
