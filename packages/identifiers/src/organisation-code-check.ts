import { alphanumericValue, digitOrTen, readDigits } from "./ascii.ts";

const BODY_LENGTH = 8;

/**
 * Whether the nine characters at `start` are an organisation code that ends in its check character (GB 11714-1997):
 * digits count as themselves and letters from A = 10 to Z = 35, of either case. Doubling modulo 11 gives the weights
 * 3 7 9 10 5 8 4 2 of the standard. The caller has checked the characters.
 */
export function isOrganisationCodeCheckRight(text: string, start: number): boolean {
  let sum = 0;
  for (let index = start; index < start + BODY_LENGTH; index++) {
    sum = (sum + alphanumericValue(text.charCodeAt(index))) * 2;
  }
  return (sum + digitOrTen(text.charCodeAt(start + BODY_LENGTH))) % 11 === 0;
}

/** GB 11714-1997: PDY00001 to PDY99999 are for a user's own purposes, never between systems. */
export function isUserDefined(body: string): boolean {
  return body.startsWith("PDY") && readDigits(body, 3, BODY_LENGTH) > 0;
}
