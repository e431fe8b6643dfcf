import { capital, isDigit, readDigits } from "./ascii.ts";
import { CATEGORIES_BY_DEPARTMENT } from "./credit-code-registrars.ts";
import { defineKind, oneCharacter } from "./define-kind.ts";
import type { Remark, Spans } from "./define-kind.ts";
import type { FindingCode } from "./finding-codes.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { isOrganisationCodeCheckRight, organisationCheckValue } from "./organisation-code-check.ts";
import { firstOf } from "./tidy.ts";
import { fullWidthForms, invisibles, lookalikesOfX, separators } from "./untidy-characters.ts";

/** The parts of a unified social credit code (GB 32100-2015 clause 4.1). */
export interface CreditCodeParts {
  /** The registering department: one character. */
  readonly department: string;
  /** The category within the department: one character. */
  readonly category: string;
  /** Six digits: where the department that registered it stands. */
  readonly regionCode: string;
  /** Nine characters without hyphen (GB 11714-1997), the last one its check character. */
  readonly organisationCode: string;
  /** A digit or a capital letter. */
  readonly checkCharacter: string;
}

const LENGTH = 18;
const REGION_START = 2;
const ORGANISATION_START = 8;
const ORGANISATION_CHECK_INDEX = 16;
const CHECK_INDEX = 17;

/** GB 32100-2015 clause 4.2: the place of a character is its value; I, O, Z, S and V are not used. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const MODULUS = 31;

const UPPER_M = 0x4d;

const spans: Spans = {
  USCC_CHARACTER: (text) => oneCharacter(firstStranger(text)),
  USCC_ORGANISATION_CHECK: () => oneCharacter(ORGANISATION_CHECK_INDEX),
  USCC_CHECK: () => oneCharacter(CHECK_INDEX),
};

const VALUES: Int8Array = /* @__PURE__ */ valuesByUnit();

/** The value of each ASCII character of either case, -1 where it has none. */
function valuesByUnit(): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let value = 0; value < ALPHABET.length; value++) {
    values[ALPHABET.charCodeAt(value)] = value;
    values[ALPHABET.toLowerCase().charCodeAt(value)] = value;
  }
  return values;
}

const valueOf = (unit: number): number => VALUES[unit] ?? -1;

function check(text: string): FindingCode | undefined {
  if (text.length !== LENGTH) return "USCC_LENGTH";
  if (firstStranger(text) !== -1) return "USCC_CHARACTER";
  if (!isOrganisationCodeCheckRight(text, ORGANISATION_START)) return "USCC_ORGANISATION_CHECK";
  return isCheckRight(text) || isPilot(text) ? undefined : "USCC_CHECK";
}

/** Where the first character stands that has no business there; -1 if none. */
function firstStranger(text: string): number {
  for (let index = 0; index < LENGTH; index++) {
    if (!isAllowed(text.charCodeAt(index), index)) return index;
  }
  return -1;
}

function isAllowed(unit: number, index: number): boolean {
  if (index >= REGION_START && index < ORGANISATION_START) return isDigit(unit);
  if (index === ORGANISATION_CHECK_INDEX) return !Number.isNaN(organisationCheckValue(unit));
  return valueOf(unit) !== -1;
}

/** The weights 3^(i-1) modulo 31 of GB 32100-2015 clause 4.2, read from the right as a recurrence. */
function isCheckRight(text: string): boolean {
  let sum = 0;
  for (let index = CHECK_INDEX - 1; index >= 0; index--) {
    sum = (sum * 3 + valueOf(text.charCodeAt(index))) % MODULUS;
  }
  return (sum + valueOf(text.charCodeAt(CHECK_INDEX))) % MODULUS === 0;
}

/** Whether it is of the first codes of Fujian (3501) and Xiamen (3502), whose 18th character follows no rule. */
function isPilot(text: string): boolean {
  const isEarlyRegion = text.startsWith("3501", REGION_START) || text.startsWith("3502", REGION_START);
  const initial = capital(text.charCodeAt(ORGANISATION_START));
  return isEarlyRegion && initial === UPPER_M && text.startsWith("000", ORGANISATION_START + 1);
}

/** GB 11714-1997: PDY00001 to PDY99999 are for a user's own purposes, never between systems. */
function isUserDefined(text: string): boolean {
  const organisation = text.slice(ORGANISATION_START, ORGANISATION_CHECK_INDEX).toUpperCase();
  return organisation.startsWith("PDY") && readDigits(organisation, 3, 8) > 0;
}

function remarks(text: string): Remark[] {
  const found: Remark[] = [];
  const categories = CATEGORIES_BY_DEPARTMENT.get(text.charAt(0).toUpperCase());
  if (categories === undefined) {
    found.push({ code: "USCC_DEPARTMENT_UNKNOWN", at: oneCharacter(0) });
  } else if (!categories.includes(text.charAt(1))) {
    found.push({ code: "USCC_CATEGORY_UNKNOWN", at: oneCharacter(1) });
  }
  if (isUserDefined(text)) {
    found.push({ code: "USCC_ORGANISATION_USER_DEFINED", at: [ORGANISATION_START, CHECK_INDEX] });
  }
  if (!isCheckRight(text)) {
    found.push({ code: "USCC_CHECK_NONCONFORMING_PILOT", at: oneCharacter(CHECK_INDEX) });
  }
  return found;
}

/**
 * The unified social credit code of an organisation (GB 32100-2015), 18 characters.
 *
 * Checked: length, characters, the check character of the organisation code inside, and the code's own. The
 * early codes of Fujian and Xiamen that break the last rule are legal: valid, with the warning
 * `USCC_CHECK_NONCONFORMING_PILOT`. Unknown departments and categories are warned about. Lower-case letters
 * are accepted; the canonical form is upper case. `mask` keeps the first and the last four characters.
 *
 * @example
 * ```ts
 * import { creditCode } from "@shiming/identifiers";
 *
 * const parsed = creditCode.parse("91350100m000100y43");
 * if (parsed.valid) parsed.parts.organisationCode; // "M000100Y4"
 * ```
 */
export const creditCode: IdentifierKind<CreditCodeParts> = defineKind({
  tidying: { lenient: firstOf(separators, fullWidthForms, lookalikesOfX, invisibles) },
  lengthCode: "USCC_LENGTH",
  check,
  spans,
  canonical: (text) => text.toUpperCase(),
  parts: (value) => ({
    department: value.charAt(0),
    category: value.charAt(1),
    regionCode: value.slice(REGION_START, ORGANISATION_START),
    organisationCode: value.slice(ORGANISATION_START, CHECK_INDEX),
    checkCharacter: value.charAt(CHECK_INDEX),
  }),
  remarks,
  mask: (value) => maskMiddle(value, 4, 4),
});
