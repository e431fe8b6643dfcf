import { readDigits } from "./ascii.ts";
import { birthDateFault } from "./birth-date.ts";
import type { BirthDateFaults } from "./birth-date.ts";
import { civilDate } from "./civil-date.ts";
import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { mod112Stranger, mod112Sum } from "./mod-11-2.ts";
import { isProvince } from "./provinces.ts";
import { regionWarning } from "./region-warning.ts";
import { usualTidying } from "./untidy-characters.ts";

/** The parts of a resident ID number (GB 11643-1999). */
export interface ResidentIdParts {
  /** Six digits: the registered residence when the number was given; neither birthplace nor today's code. */
  readonly regionCode: string;
  /** "YYYY-MM-DD". */
  readonly birthDate: string;
  readonly sex: "M" | "F";
  /** Three digits, odd for men. */
  readonly sequence: string;
  /** "0" to "9" or "X". */
  readonly checkCharacter: string;
}

const LENGTH_FAULT: Remark = { code: "RESIDENT_ID_LENGTH" };
const CHARACTER_FAULT: Remark = { code: "RESIDENT_ID_CHARACTER", at: mod112Stranger };
export const PROVINCE_FAULT: Remark = { code: "RESIDENT_ID_PROVINCE", at: () => [0, 2] };
export const PERMIT_REGION_FAULT: Remark = { code: "RESIDENT_ID_PERMIT_REGION", at: () => [0, 6] };
const DATE_FAULTS: BirthDateFaults = {
  none: { code: "RESIDENT_ID_DATE", at: () => [6, 14] },
  early: { code: "RESIDENT_ID_DATE_EARLY", at: () => [6, 10] },
  future: { code: "RESIDENT_ID_DATE_FUTURE", at: () => [6, 14] },
};
const CHECK_FAULT: Remark = { code: "RESIDENT_ID_CHECK", at: () => [17, 18] };

/** Ordered so that the most telling rule speaks first: a typing slip in the date also breaks the check character. */
export function residentIdFault(text: string, asOf: string | undefined): Remark | undefined {
  if (text.length !== 18) return LENGTH_FAULT;
  const sum = mod112Sum(text);
  if (sum < 0) return CHARACTER_FAULT;
  const province = readDigits(text, 0, 2);
  if (!isProvince(province)) return PROVINCE_FAULT;
  if (province >= 81 && readDigits(text, 2, 6) > 0) return PERMIT_REGION_FAULT;
  const dateFault = birthDateFault(civilDate(readDigits(text, 6, 14)), asOf, DATE_FAULTS);
  return dateFault ?? (sum % 11 === 1 ? undefined : CHECK_FAULT);
}

/** The parts of an accepted number. */
export function residentIdParts(value: string): ResidentIdParts {
  return {
    regionCode: value.slice(0, 6),
    birthDate: `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`,
    sex: Number(value[16]) % 2 === 1 ? "M" : "F",
    sequence: value.slice(14, 17),
    checkCharacter: value.slice(17),
  };
}

/**
 * The 18-digit resident ID number (GB 11643-1999), also on the residence permits for Hong Kong, Macau and Taiwan:
 * these are numbered under the same standard and shown wherever a resident ID is asked for, so they are not refused
 * here. `residencePermit` accepts them alone, and `detect` names both kinds.
 *
 * Checked: length, characters, province, a real birth date between 1800 and `asOf`, and the check character. Warned
 * about: a region code that is not known. A lower-case x is accepted; the canonical form has X. `mask` keeps the first
 * and the last character.
 *
 * @example
 * ```ts
 * import { residentId } from "@shiming/identifiers";
 *
 * const parsed = residentId.parse("11010519491231002x");
 * if (parsed.valid) parsed.parts.birthDate; // "1949-12-31"
 * residentId.mask("11010519491231002X"); // "1****************X"
 * ```
 */
export const residentId: IdentifierKind<ResidentIdParts> = /* @__PURE__ */ defineKind({
  tidying: usualTidying,
  check: residentIdFault,
  parts: residentIdParts,
  warnings: (text, options) => regionWarning(text, 0, options),
  mask: (value) => maskMiddle(value, 1, 1),
});
