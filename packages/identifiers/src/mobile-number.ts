import { firstNonDigit } from "./ascii.ts";
import { defineKind, oneCharacter } from "./define-kind.ts";
import type { Remark, Spans } from "./define-kind.ts";
import type { FindingCode } from "./finding-codes.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { findMobileSegment } from "./mobile-segments.ts";
import type { MobileSegment } from "./mobile-segments.ts";
import { firstOf } from "./tidy.ts";
import { fullWidthForms, invisibles, silentSeparators } from "./untidy-characters.ts";

/** The parts of a mobile number. `segment` is its first three digits where the segment is not known to be in use. */
export type MobileNumberParts = MobileSegment;

const LENGTH = 11;
const IOT_LENGTH = 13;
const SEGMENT_LENGTH = 3;

const SCHEME = "tel:";
const COLON = 0x3a;

/** What may stand before the number, the longer first: country code, and the trunk 0 of old dialling habits. */
const PREFIXES = ["+86", "0086", "86", "0"] as const;

const INTERNATIONAL = ["+", "00"] as const;
const INTERNATIONAL_CHINA = ["+86", "0086"] as const;

/** Machine numbers: 1064 of the 2010 numbering plan, and the 14x segments set aside for them. */
const IOT_STARTS = ["1064", "1410", "1440", "1441", "146", "148"] as const;

const spans: Spans = {
  MOBILE_CHARACTER: (text) => oneCharacter(firstNonDigit(text, numberStart(text), text.length)),
  MOBILE_COUNTRY: (text) => [schemeEnd(text), text.length],
  MOBILE_PREFIX: (text) => [numberStart(text), numberStart(text) + 2],
};

function check(text: string): FindingCode | undefined {
  if (hasOtherCountryCode(text)) return "MOBILE_COUNTRY";
  const start = numberStart(text);
  if (firstNonDigit(text, start, text.length) !== -1) return "MOBILE_CHARACTER";
  const length = text.length - start;
  if (length === IOT_LENGTH && startsWithAny(text, IOT_STARTS, start)) return "MOBILE_IOT";
  if (length !== LENGTH) return "MOBILE_LENGTH";
  // 工信部信管〔2017〕68号: mobile numbers start 13 to 19; 92 and 98 are reserved and not in use.
  return text[start] === "1" && (text[start + 1] ?? "") >= "3" ? undefined : "MOBILE_PREFIX";
}

/** Where the number itself starts, behind a scheme and a prefix. */
function numberStart(text: string): number {
  const start = schemeEnd(text);
  for (const prefix of PREFIXES) {
    if (text.startsWith(prefix, start)) return start + prefix.length;
  }
  return start;
}

function schemeEnd(text: string): number {
  const colon = SCHEME.length - 1;
  const hasScheme = text.charCodeAt(colon) === COLON && text.slice(0, SCHEME.length).toLowerCase() === SCHEME;
  return hasScheme ? SCHEME.length : 0;
}

function hasOtherCountryCode(text: string): boolean {
  const start = schemeEnd(text);
  return startsWithAny(text, INTERNATIONAL, start) && !startsWithAny(text, INTERNATIONAL_CHINA, start);
}

function startsWithAny(text: string, starts: readonly string[], from: number): boolean {
  for (const start of starts) if (text.startsWith(start, from)) return true;
  return false;
}

function remarks(text: string): Remark[] {
  const start = numberStart(text);
  if (findMobileSegment(text.slice(start)) !== undefined) return [];
  return [{ code: "MOBILE_SEGMENT_UNASSIGNED", at: [start, start + SEGMENT_LENGTH] }];
}

function parts(value: string): MobileNumberParts {
  const segment = value.slice(0, SEGMENT_LENGTH);
  return findMobileSegment(value) ?? { segment, originalCarrier: "unknown", virtual: false };
}

/**
 * A mobile number of mainland China; canonical form is the 11 digits alone.
 *
 * People and contact apps write numbers in many ways, and all of them are read, lenient or not: `tel:`, +86,
 * 0086, 86 or 0 in front, spaces and hyphens; full-width digits and invisible marks with a warning. A segment
 * that is not known to be in use is warned about, never refused. The carrier is the original one: numbers can
 * be carried since 工信部信管〔2019〕242号. 13-digit machine numbers are refused as `MOBILE_IOT`.
 * `mask` writes 138****8888.
 *
 * @example
 * ```ts
 * import { mobileNumber } from "@shiming/identifiers";
 *
 * const parsed = mobileNumber.parse("+86 138-0013-8000");
 * if (parsed.valid) parsed.value; // "13800138000"
 * ```
 */
export const mobileNumber: IdentifierKind<MobileNumberParts> = defineKind({
  tidying: { always: firstOf(silentSeparators, fullWidthForms, invisibles) },
  lengthCode: "MOBILE_LENGTH",
  check,
  spans,
  canonical: (text) => text.slice(numberStart(text)),
  parts,
  remarks,
  mask: (value) => maskMiddle(value, 3, 4),
});
