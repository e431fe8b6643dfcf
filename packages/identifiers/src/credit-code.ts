import { digitOrTen, digitValue } from "./ascii.ts";
import { CATEGORIES_BY_DEPARTMENT } from "./credit-code-registrars.ts";
import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import type { IdentifierKind, ParseOptions, Span } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { isOrganisationCodeCheckRight, isUserDefined } from "./organisation-code-check.ts";
import { authorityWarning } from "./region-warning.ts";
import { usualTidying } from "./untidy-characters.ts";

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

const LENGTH_FAULT: Remark = { code: "USCC_LENGTH" };
const CHARACTER_FAULT: Remark = { code: "USCC_CHARACTER", at: (text) => oneAt(firstStranger(text)) };
const ORGANISATION_CHECK_FAULT: Remark = {
  code: "USCC_ORGANISATION_CHECK",
  at: () => oneAt(ORGANISATION_CHECK_INDEX),
};
const CHECK_FAULT: Remark = { code: "USCC_CHECK", at: () => oneAt(CHECK_INDEX) };
const PILOT_WARNING: Remark = { code: "USCC_CHECK_NONCONFORMING_PILOT", at: () => oneAt(CHECK_INDEX) };

const oneAt = (index: number): Span => [index, index + 1];

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

/** The rules of `creditCode`. */
export function creditCodeFault(text: string): Remark | undefined {
  if (text.length !== LENGTH) return LENGTH_FAULT;
  if (firstStranger(text) !== -1) return CHARACTER_FAULT;
  if (!isOrganisationCodeCheckRight(text, ORGANISATION_START)) return ORGANISATION_CHECK_FAULT;
  return isCheckRight(text) || isPilot(text) ? undefined : CHECK_FAULT;
}

/** Where the first character stands that has no business there; -1 if none. */
function firstStranger(text: string): number {
  for (let index = 0; index < LENGTH; index++) {
    if (!isAllowed(text.charCodeAt(index), index)) return index;
  }
  return -1;
}

function isAllowed(unit: number, index: number): boolean {
  if (index >= REGION_START && index < ORGANISATION_START) return digitValue(unit) !== -1;
  if (index === ORGANISATION_CHECK_INDEX) return digitOrTen(unit) !== -1;
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
  const early = text.slice(REGION_START, ORGANISATION_START + 4).toUpperCase();
  return (early.startsWith("3501") || early.startsWith("3502")) && early.endsWith("M000");
}

/** What `creditCode` warns about. */
export function creditCodeWarnings(text: string, options: ParseOptions | undefined): readonly Remark[] {
  const found: Remark[] = [];
  const { department, category, organisationCode } = creditCodeParts(text.toUpperCase());
  const categories = CATEGORIES_BY_DEPARTMENT[department];
  if (categories === undefined) found.push({ code: "USCC_DEPARTMENT_UNKNOWN", at: () => oneAt(0) });
  else if (!categories.includes(category)) found.push({ code: "USCC_CATEGORY_UNKNOWN", at: () => oneAt(1) });
  found.push(...authorityWarning(text, REGION_START, options));
  if (isUserDefined(organisationCode.slice(0, -1))) {
    found.push({ code: "USCC_ORGANISATION_USER_DEFINED", at: () => [ORGANISATION_START, CHECK_INDEX] });
  }
  return isCheckRight(text) ? found : [...found, PILOT_WARNING];
}

/** The parts of an accepted code. */
function creditCodeParts(value: string): CreditCodeParts {
  return {
    department: value.charAt(0),
    category: value.charAt(1),
    regionCode: value.slice(REGION_START, ORGANISATION_START),
    organisationCode: value.slice(ORGANISATION_START, CHECK_INDEX),
    checkCharacter: value.charAt(CHECK_INDEX),
  };
}

/**
 * The unified social credit code of an organisation (GB 32100-2015), 18 characters.
 *
 * Checked: length, characters, the check character of the organisation code inside, and the code's own. The early codes
 * of Fujian and Xiamen that break the last rule are legal: valid, with the warning `USCC_CHECK_NONCONFORMING_PILOT`.
 * Warned about: unknown departments, categories and region codes. Lower-case letters are accepted; the canonical form
 * is upper case. `mask` keeps the first and the last four characters.
 *
 * @example
 * ```ts
 * import { creditCode } from "@shiming/identifiers";
 *
 * const parsed = creditCode.parse("91350100m000100y43");
 * if (parsed.valid) parsed.parts.organisationCode; // "M000100Y4"
 * ```
 */
export const creditCode: IdentifierKind<CreditCodeParts> = /* @__PURE__ */ defineKind({
  tidying: usualTidying,
  check: creditCodeFault,
  parts: creditCodeParts,
  warnings: creditCodeWarnings,
  mask: (value) => maskMiddle(value, 4, 4),
});
