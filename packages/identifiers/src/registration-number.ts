import { digitValue } from "./ascii.ts";
import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import { formCheck } from "./forms.ts";
import type { Form } from "./forms.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { authorityWarning } from "./region-warning.ts";
import { usualTidying } from "./untidy-characters.ts";

/** The parts of a business registration number (GS 15-2006). */
export interface RegistrationNumberParts {
  /** Six digits: the authority that registered it; 100000 is the national one. */
  readonly authorityCode: string;
  /** What was registered, by the first digit of the sequence number. */
  readonly entity: "domestic" | "foreign" | "individual";
  /** Eight digits. */
  readonly sequence: string;
  readonly checkCharacter: string;
}

const SEQUENCE_START = 6;
const CHECK_INDEX = 14;

const FORMS: readonly Form[] = ["###############"];

const checkForm = /* @__PURE__ */ formCheck(FORMS, "REGISTRATION_LENGTH", "REGISTRATION_CHARACTER");
const CHECK_FAULT: Remark = { code: "REGISTRATION_CHECK", at: () => [CHECK_INDEX, CHECK_INDEX + 1] };

/** The hybrid system ISO 7064 MOD 11,10 (GB/T 17710-2008): a zero modulo ten counts as ten. */
function isCheckRight(text: string): boolean {
  let product = 10;
  for (let index = 0; index < CHECK_INDEX; index++) {
    const sum = (product + digitValue(text.charCodeAt(index))) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + digitValue(text.charCodeAt(CHECK_INDEX))) % 10 === 1;
}

/** GS 15-2006: 0 to 3 are domestic enterprises, 4 and 5 foreign-invested ones, 6 to 9 individual businesses. */
function entityOf(sequence: string): RegistrationNumberParts["entity"] {
  if (sequence < "4") return "domestic";
  return sequence < "6" ? "foreign" : "individual";
}

/**
 * The 15-digit registration number on business licences before the unified social credit code (GS 15-2006).
 *
 * Checked: length, digits and check digit. Every slip of one digit is noticed, and of swaps of different neighbours all
 * but the one pair in 45 where the sums that the check digit is reckoned from, of the product so far with the one digit
 * and with the other, end in 5 and in 6. Warned about: an authority whose code is no region we know. 15 digits can
 * also be a legacy resident ID or a taxpayer number; see `detect`. `mask` keeps the first and the last four digits.
 *
 * @example
 * ```ts
 * import { registrationNumber } from "@shiming/identifiers";
 *
 * const parsed = registrationNumber.parse("110108000000016");
 * if (parsed.valid) parsed.parts.entity; // "domestic"
 * ```
 */
export const registrationNumber: IdentifierKind<RegistrationNumberParts> = /* @__PURE__ */ defineKind({
  tidying: usualTidying,
  check: (text) => checkForm(text) ?? (isCheckRight(text) ? undefined : CHECK_FAULT),
  parts: (value) => ({
    authorityCode: value.slice(0, SEQUENCE_START),
    entity: entityOf(value.slice(SEQUENCE_START)),
    sequence: value.slice(SEQUENCE_START, CHECK_INDEX),
    checkCharacter: value.slice(CHECK_INDEX),
  }),
  warnings: (text, options) => authorityWarning(text, 0, options),
  mask: (value) => maskMiddle(value, 4, 4),
});
