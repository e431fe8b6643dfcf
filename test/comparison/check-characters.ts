/** The check characters as the standards print them: tables and weights, on purpose not the code that is compared. */

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const ORGANISATION_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

function weigh(text: string, weights: readonly number[], characters: string): number {
  return weights.reduce((sum, weight, index) => sum + weight * characters.indexOf(text.charAt(index)), 0);
}

/** GB 11643-1999: seventeen digits with the check character behind them. */
export function resident(digits: string): string {
  return digits + "10X98765432".charAt(weigh(digits, RESIDENT_WEIGHTS, ORGANISATION_CHARACTERS) % 11);
}

/** GB 11714-1997: eight characters with the check character behind them. */
export function organisation(body: string): string {
  return body + "0X987654321".charAt(weigh(body, ORGANISATION_WEIGHTS, ORGANISATION_CHARACTERS) % 11);
}

/** GB 32100-2015: seventeen characters with the check character behind them. */
export function credit(body: string): string {
  const rest = weigh(body, CREDIT_WEIGHTS, CREDIT_CHARACTERS) % 31;
  return body + CREDIT_CHARACTERS.charAt((31 - rest) % 31);
}
