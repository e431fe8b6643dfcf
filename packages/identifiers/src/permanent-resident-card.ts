import { alphanumericValue, readDigits } from "./ascii.ts";
import { birthDateFault } from "./birth-date.ts";
import type { BirthDateFaults } from "./birth-date.ts";
import { civilDate } from "./civil-date.ts";
import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import { formCheck } from "./forms.ts";
import type { Form } from "./forms.ts";
import type { IdentifierKind, ParseOptions, Span } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { mod112Sum } from "./mod-11-2.ts";
import { hasMainlandProvince } from "./provinces.ts";
import { usualTidying } from "./untidy-characters.ts";

/** The parts of a number of 18 digits, as cards have it since 2023. */
export interface PermanentResidentCard2023Parts {
  readonly form: "2023";
  /** Two digits: the province of the application. */
  readonly regionCode: string;
  /** ISO 3166-1, three digits; "000" for a stateless person. */
  readonly nationality: string;
  /** "YYYY-MM-DD". */
  readonly birthDate: string;
  /** Three digits. */
  readonly sequence: string;
  /** "0" to "9" or "X". */
  readonly checkCharacter: string;
}

/** The parts of a number of 15 characters, as cards had it until 2023. */
export interface PermanentResidentCard2017Parts {
  readonly form: "2017";
  /** ISO 3166-1, three letters. */
  readonly nationality: string;
  /** Four digits: province and prefecture of the application. */
  readonly regionCode: string;
  /** "YYMMDD": the number leaves out the century. */
  readonly shortBirthDate: string;
  /** One digit. */
  readonly sequence: string;
  readonly checkCharacter: string;
}

/** The parts of either number; `form` tells them apart. */
export type PermanentResidentCardParts = PermanentResidentCard2023Parts | PermanentResidentCard2017Parts;

const NEW_FORM: Form = "9################%";
const OLD_FORM: Form = "@@@############";
const FORMS: readonly Form[] = [NEW_FORM, OLD_FORM];

const checkForm = /* @__PURE__ */ formCheck(FORMS, "PR_CARD_LENGTH", "PR_CARD_CHARACTER");
const PROVINCE_FAULT: Remark = { code: "PR_CARD_PROVINCE", at: () => [1, 3] };
const OLD_REGION_WARNING: Remark = { code: "REGION_UNKNOWN", at: () => [3, 5] };
const DATE_FAULT: Remark = { code: "PR_CARD_DATE", at: (text) => (isNew(text) ? [6, 14] : [7, 13]) };
const EARLY_FAULT: Remark = { code: "PR_CARD_DATE_EARLY", at: () => [6, 10] };
const FUTURE_FAULT: Remark = { code: "PR_CARD_DATE_FUTURE", at: () => [6, 14] };
const DATE_FAULTS: BirthDateFaults = { none: DATE_FAULT, early: EARLY_FAULT, future: FUTURE_FAULT };
const CHECK_FAULT: Remark = { code: "PR_CARD_CHECK", at: ({ length }) => [length - 1, length] };

const isNew = (text: string): boolean => text.length === NEW_FORM.length;

/** The rules of `permanentResidentCard`. */
export function permanentResidentCardFault(text: string, asOf: string | undefined): Remark | undefined {
  return checkForm(text) ?? (isNew(text) ? newFault(text, asOf) : oldFault(text));
}

function newFault(text: string, asOf: string | undefined): Remark | undefined {
  if (!hasMainlandProvince(text, 1)) return PROVINCE_FAULT;
  const dateFault = birthDateFault(civilDate(readDigits(text, 6, 14)), asOf, DATE_FAULTS);
  return dateFault ?? (mod112Sum(text) % 11 === 1 ? undefined : CHECK_FAULT);
}

function oldFault(text: string): Remark | undefined {
  // Every day of 19xx is one of 20xx too, and 29 February 2000 is one of 20xx alone.
  if (civilDate(20_000_000 + readDigits(text, 7, 13)) === 0) return DATE_FAULT;
  return isIcaoCheckRight(text) ? undefined : CHECK_FAULT;
}

/** The last character is the check digit of ICAO Doc 9303 part 3, 4.9: weights 7 3 1, letters from A = 10. */
function isIcaoCheckRight(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < text.length - 1; index++) {
    sum += alphanumericValue(text.charCodeAt(index)) * Number("731".charAt(index % 3));
  }
  return sum % 10 === Number(text.at(-1));
}

function parts(value: string): PermanentResidentCardParts {
  if (!isNew(value)) {
    return {
      form: "2017",
      nationality: value.slice(0, 3),
      regionCode: value.slice(3, 7),
      shortBirthDate: value.slice(7, 13),
      sequence: value.slice(13, 14),
      checkCharacter: value.slice(14),
    };
  }
  return {
    form: "2023",
    regionCode: value.slice(1, 3),
    nationality: value.slice(3, 6),
    birthDate: `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`,
    sequence: value.slice(14, 17),
    checkCharacter: value.slice(17),
  };
}

/** Mainland, Hong Kong, Macau and Taiwan in ISO 3166-1: no foreigner has one of these. */
const CHINA = "156 344 446 158 CHN HKG MAC TWN";

function warnings(text: string, options: ParseOptions | undefined): readonly Remark[] {
  const place: Span = isNew(text) ? [3, 6] : [0, 3];
  const at = (): Span => place;
  const nationality = text.toUpperCase().slice(...place);
  const isKnown = options?.nationalities?.(nationality) ?? !CHINA.includes(nationality);
  const found: Remark[] = [];
  if (nationality === "000") found.push({ code: "PR_CARD_STATELESS", at });
  else if (!isKnown) found.push({ code: "PR_CARD_NATIONALITY_UNKNOWN", at });
  // No clause says what the four digits are, so that they are no province is no error in the old form.
  if (!isNew(text) && !hasMainlandProvince(text, 3)) found.push(OLD_REGION_WARNING);
  return found;
}

/**
 * The number of a foreign permanent resident's identity card: 18 digits that start with 9 since 2023 (National
 * Immigration Administration), 15 characters that start with three letters before. Old cards are valid until they
 * expire, so keep both as numbers of one person.
 *
 * Checked in the form of 2023: length, characters, province, birth date and the check character of a resident ID number,
 * which notices every slip of one digit and every swap of neighbours. Checked in the old form: length, characters, a day
 * of the calendar, and the check digit of ICAO Doc 9303, which does not notice letters whose values are ten or twenty
 * apart (A, K and U), nor a swap of neighbours whose values are a multiple of five apart.
 *
 * Warned about: nationalities of China's own, or those that `options.nationalities` does not know (`isKnownNationality`
 * has ISO 3166-1, and old cards have older codes); the nationality 000, which one source knows as stateless; in the old
 * form also a province that is none, `REGION_UNKNOWN`. Whether the sequence tells the sex is not published. `mask`
 * keeps the first and the last character.
 *
 * @example
 * ```ts
 * import { permanentResidentCard } from "@shiming/identifiers";
 *
 * const parsed = permanentResidentCard.parse("932682198501010017");
 * if (parsed.valid) parsed.parts.nationality; // "682", Saudi Arabia
 * ```
 */
export const permanentResidentCard: IdentifierKind<PermanentResidentCardParts> = /* @__PURE__ */ defineKind({
  tidying: usualTidying,
  check: permanentResidentCardFault,
  parts,
  warnings,
  mask: (value) => maskMiddle(value, 1, 1),
});
