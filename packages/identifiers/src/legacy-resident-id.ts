import { readDigits } from "./ascii.ts";
import { birthDateFault } from "./birth-date.ts";
import type { BirthDateFaults } from "./birth-date.ts";
import { civilDate } from "./civil-date.ts";
import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { mod112Character, mod112Stranger } from "./mod-11-2.ts";
import { hasMainlandProvince } from "./provinces.ts";
import { regionWarning } from "./region-warning.ts";
import { PROVINCE_FAULT, residentIdParts } from "./resident-id.ts";
import type { ResidentIdParts } from "./resident-id.ts";
import { usualTidying } from "./untidy-characters.ts";

/** The parts of the number of 18 characters that took the place of a legacy one, and that number itself. */
export interface LegacyResidentIdParts extends ResidentIdParts {
  /** With the century of the birth date put in and the check character put behind. */
  readonly residentId: string;
}

const LENGTH_FAULT: Remark = { code: "LEGACY_RESIDENT_ID_LENGTH" };
const CHARACTER_FAULT: Remark = { code: "RESIDENT_ID_CHARACTER", at: mod112Stranger };
const DATE_FAULT: Remark = { code: "RESIDENT_ID_DATE", at: () => [6, 12] };
const FUTURE_FAULT: Remark = { code: "RESIDENT_ID_DATE_FUTURE", at: () => [6, 12] };

/** None of its dates is before our floor of 1800. */
const DATE_FAULTS: BirthDateFaults = { none: DATE_FAULT, early: DATE_FAULT, future: FUTURE_FAULT };

/** The rules of `legacyResidentId`. */
export function legacyResidentIdFault(text: string, asOf: string | undefined): Remark | undefined {
  if (text.length !== 15) return LENGTH_FAULT;
  if (Number.isNaN(readDigits(text, 0, 15))) return CHARACTER_FAULT;
  if (!hasMainlandProvince(text, 0)) return PROVINCE_FAULT;
  return birthDateFault(civilDate(centuryOf(text) * 1_000_000 + readDigits(text, 6, 12)), asOf, DATE_FAULTS);
}

/** GB 11643-1989 kept the sequence numbers from 996 on for people over a hundred years old. */
function centuryOf(text: string): number {
  return readDigits(text, 12, 15) < 996 ? 19 : 18;
}

function parts(value: string): LegacyResidentIdParts {
  const digits = `${value.slice(0, 6)}${centuryOf(value)}${value.slice(6)}`;
  const residentId = digits + mod112Character(digits);
  return { ...residentIdParts(residentId), residentId };
}

/**
 * The 15-digit resident ID number of GB 11643-1989. Cards with it have not been valid since 2013-01-01, but old records
 * hold it; `parts.residentId` is the number of 18 characters that took its place.
 *
 * Checked: length, digits, province and a real birth date. There is no check digit, so most typing slips pass. Years are
 * 19xx, for the sequence numbers 996 to 999 18xx. Warned about: a region code that is not known. `mask` keeps the first
 * and the last digit.
 *
 * @example
 * ```ts
 * import { legacyResidentId } from "@shiming/identifiers";
 *
 * const parsed = legacyResidentId.parse("110105491231002");
 * if (parsed.valid) parsed.parts.residentId; // "11010519491231002X"
 * ```
 */
export const legacyResidentId: IdentifierKind<LegacyResidentIdParts> = /* @__PURE__ */ defineKind({
  tidying: usualTidying,
  check: legacyResidentIdFault,
  parts,
  warnings: (text, options) => regionWarning(text, 0, options),
  mask: (value) => maskMiddle(value, 1, 1),
});
