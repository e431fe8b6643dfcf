import { digitValue, firstNonDigit, isDigit, readDigits } from "./ascii.ts";
import { dayNumber, isRealDate, readDayNumber } from "./civil-date.ts";
import { defineKind, oneCharacter } from "./define-kind.ts";
import type { Spans } from "./define-kind.ts";
import type { FindingCode } from "./finding-codes.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { firstOf } from "./tidy.ts";
import { todayInShanghai } from "./today.ts";
import { fullWidthForms, invisibles, lookalikesOfX, separators } from "./untidy-characters.ts";

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

const LENGTH = 18;
const CHECK_INDEX = 17;
const UPPER_X = 0x58;
const LOWER_X = 0x78;

/** Our policy: the standard sets no floor, and prints an example born in 1880. */
const EARLIEST_YEAR = 1800;

/** The provinces of GB/T 2260 whose numbers are in use; 71 is in that standard, but no number is given with it. */
const PROVINCES: ReadonlySet<number> = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
  62, 63, 64, 65,
]);

/** Residence permits for Hong Kong, Macau and Taiwan use exactly these (国办发〔2018〕81号 art. 3). */
const PERMIT_REGIONS: ReadonlySet<number> = new Set([810_000, 820_000, 830_000]);

const spans: Spans = {
  RESIDENT_ID_CHARACTER: (text) => oneCharacter(firstStranger(text)),
  RESIDENT_ID_PROVINCE: () => [0, 2],
  RESIDENT_ID_PERMIT_REGION: () => [0, 6],
  RESIDENT_ID_DATE: () => [6, 14],
  RESIDENT_ID_DATE_EARLY: () => [6, 10],
  RESIDENT_ID_DATE_FUTURE: () => [6, 14],
  RESIDENT_ID_CHECK: () => oneCharacter(CHECK_INDEX),
};

/** Ordered so that the most telling rule speaks first: a typing slip in the date also breaks the check character. */
function check(text: string, asOf: string | undefined): FindingCode | undefined {
  const today = asOf === undefined ? todayInShanghai() : readDayNumber(asOf, "asOf");
  if (text.length !== LENGTH) return "RESIDENT_ID_LENGTH";
  if (firstStranger(text) !== -1) return "RESIDENT_ID_CHARACTER";
  return checkRegion(text) ?? checkBirthDate(text, today) ?? checkCharacter(text);
}

/** Where the first character stands that has no business there; -1 if none. */
function firstStranger(text: string): number {
  const stranger = firstNonDigit(text, 0, CHECK_INDEX);
  return stranger === -1 && Number.isNaN(checkValue(text)) ? CHECK_INDEX : stranger;
}

function checkRegion(text: string): FindingCode | undefined {
  const province = readDigits(text, 0, 2);
  if (PROVINCES.has(province)) return undefined;
  if (province < 81 || province > 83) return "RESIDENT_ID_PROVINCE";
  return PERMIT_REGIONS.has(readDigits(text, 0, 6)) ? undefined : "RESIDENT_ID_PERMIT_REGION";
}

function checkBirthDate(text: string, today: number): FindingCode | undefined {
  const year = readDigits(text, 6, 10);
  const month = readDigits(text, 10, 12);
  const day = readDigits(text, 12, 14);
  if (!isRealDate(year, month, day)) return "RESIDENT_ID_DATE";
  if (year < EARLIEST_YEAR) return "RESIDENT_ID_DATE_EARLY";
  return dayNumber(year, month, day) > today ? "RESIDENT_ID_DATE_FUTURE" : undefined;
}

/** ISO 7064 MOD 11-2 as a recurrence: doubling at each step gives the weights 7 9 10 5 ... 4 2 of GB 11643-1999. */
function checkCharacter(text: string): FindingCode | undefined {
  let sum = 0;
  for (let index = 0; index < CHECK_INDEX; index++) {
    sum = (sum + digitValue(text.charCodeAt(index))) * 2;
  }
  return (sum + checkValue(text)) % 11 === 1 ? undefined : "RESIDENT_ID_CHECK";
}

function checkValue(text: string): number {
  const unit = text.charCodeAt(CHECK_INDEX);
  if (isDigit(unit)) return digitValue(unit);
  return unit === UPPER_X || unit === LOWER_X ? 10 : Number.NaN;
}

function parts(value: string): ResidentIdParts {
  return {
    regionCode: value.slice(0, 6),
    birthDate: `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`,
    sex: readDigits(value, 14, 17) % 2 === 1 ? "M" : "F",
    sequence: value.slice(14, CHECK_INDEX),
    checkCharacter: value.slice(CHECK_INDEX),
  };
}

/**
 * The 18-digit resident ID number (GB 11643-1999), also on the residence permits for Hong Kong, Macau and Taiwan.
 *
 * Checked: length, characters, province, a real birth date between 1800 and `asOf`, and the check character.
 * Not checked: whether the six-digit region code was ever issued. A lower-case x is accepted; the canonical
 * form has X. `mask` keeps the first and the last character.
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
export const residentId: IdentifierKind<ResidentIdParts> = defineKind({
  tidying: { lenient: firstOf(separators, fullWidthForms, lookalikesOfX, invisibles) },
  lengthCode: "RESIDENT_ID_LENGTH",
  check,
  spans,
  canonical: (text) => text.toUpperCase(),
  parts,
  remarks: () => [],
  mask: (value) => maskMiddle(value, 1, 1),
});
