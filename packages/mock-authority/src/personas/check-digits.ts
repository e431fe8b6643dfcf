/**
 * The mock's own arithmetic for Chinese numbers. It shares no code with the client side on purpose:
 * one bug in a shared function would agree with itself.
 */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK_CHARACTERS = "10X98765432";

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** I, O, S, V and Z are not used (GB 32100-2015, 4.2). */
const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

interface WeightedSum {
  readonly weights: readonly number[];
  readonly alphabet: string;
}

function weightedSum(body: string, { weights, alphabet }: WeightedSum): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(body.charAt(index)), 0);
}

/** Check character for the first 17 digits of a resident ID number (GB 11643-1999, 4.2). */
export function idCheckCharacter(body17: string): string {
  const sum = weightedSum(body17, { weights: ID_WEIGHTS, alphabet: "0123456789" });
  return ID_CHECK_CHARACTERS.charAt(sum % 11);
}

/** Check character for the first 8 characters of an organisation code (GB 11714-1997). */
export function organisationCheckCharacter(body8: string): string {
  const sum = weightedSum(body8, { weights: ORGANISATION_WEIGHTS, alphabet: ORGANISATION_ALPHABET });
  return "0X987654321".charAt(sum % 11);
}

/** Check character for the first 17 characters of a unified social credit code (GB 32100-2015, annex B). */
export function creditCheckCharacter(body17: string): string {
  const sum = weightedSum(body17, { weights: CREDIT_WEIGHTS, alphabet: CREDIT_ALPHABET });
  return CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function isCalendarDate(yyyymmdd: string): boolean {
  const iso = `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6, 8)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** Whether a number has the form, a real birth date and the check character of GB 11643-1999. Capital X only. */
export function isIdNumber(value: string): boolean {
  return (
    /^[1-9]\d{16}[\dX]$/.test(value) &&
    isCalendarDate(value.slice(6, 14)) &&
    idCheckCharacter(value.slice(0, 17)) === value.charAt(17)
  );
}
