import { firstNonDigit } from "./ascii.ts";
import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import { behindPrefix, foreignNumber, hasOtherCountryCode, strangerFrom } from "./dialling.ts";
import type { IdentifierKind, Span } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { mobileSegmentOf } from "./mobile-segments.ts";
import type { MobileSegment } from "./mobile-segments.ts";
import { telephoneTidying } from "./untidy-characters.ts";

/** The parts of a mobile number. `segment` is its first three digits where the segment is not known to be in use. */
export type MobileNumberParts = MobileSegment;

/** Of a person's number; machines have two digits more. */
const LENGTH = 11;

/** What may stand in front, and be followed by the trunk 0 of old dialling habits. */
const COUNTRY = ["+86", "0086", "086", "86"] as const;

const COUNTRY_FAULT: Remark = { code: "MOBILE_COUNTRY", at: foreignNumber };
const LENGTH_FAULT: Remark = { code: "MOBILE_LENGTH" };
const CHARACTER_FAULT: Remark = {
  code: "MOBILE_CHARACTER",
  at: (text) => strangerFrom(text, numberStart(text)),
};
const PREFIX_FAULT: Remark = { code: "MOBILE_PREFIX", at: (text) => digitsIn(text, 2) };
const IOT_WARNING: Remark = { code: "MOBILE_IOT" };
const SEGMENT_WARNING: Remark = { code: "MOBILE_SEGMENT_UNASSIGNED", at: (text) => digitsIn(text, 3) };

function check(text: string): Remark | undefined {
  if (hasOtherCountryCode(text)) return COUNTRY_FAULT;
  const number = canonical(text);
  const isMachine = number.length === LENGTH + 2 && (number.startsWith("14") || number.startsWith("106"));
  if (number.length !== LENGTH && !isMachine) return LENGTH_FAULT;
  if (firstNonDigit(number, 0, number.length) !== -1) return CHARACTER_FAULT;
  // 工信部信管〔2017〕68号: mobile numbers start 13 to 19; 92 and 98 are reserved and not in use.
  return isMachine || (number >= "13" && number < "2") ? undefined : PREFIX_FAULT;
}

function canonical(text: string): string {
  return text.slice(numberStart(text));
}

function numberStart(text: string): number {
  const start = behindPrefix(text, COUNTRY);
  return text[start] === "0" ? start + 1 : start;
}

/** The first digits of the number. */
function digitsIn(text: string, count: number): Span {
  return [numberStart(text), numberStart(text) + count];
}

function warnings(text: string): readonly Remark[] {
  const number = canonical(text);
  const { class: use, originalCarrier, assigned } = mobileSegmentOf(number);
  const found = number.length > LENGTH ? [IOT_WARNING] : [];
  const isUnlisted = originalCarrier === "unknown" && (use === "mobile" || !assigned);
  if (isUnlisted) found.push(SEGMENT_WARNING);
  return found;
}

/**
 * A mobile number of mainland China: 11 digits, or the 13 of a machine, which start with 14 or 106 (`MOBILE_IOT`, a
 * warning: no person answers it). The canonical form is the digits alone.
 *
 * People and contact apps write numbers in many ways, and all of them are read, lenient or not: `tel:`, +86, 0086, 086,
 * 86 or 0 in front, 0 behind a country code, spaces, hyphens, dots and brackets; full-width digits and invisible marks
 * with a warning. A segment that is not known to
 * be in use is warned about, never refused. The carrier is the original one: numbers can be carried since
 * 工信部信管〔2019〕242号. `mask` writes 138****8888.
 *
 * @example
 * ```ts
 * import { mobileNumber } from "@shiming/identifiers";
 *
 * const parsed = mobileNumber.parse("+86 138-0013-8000");
 * if (parsed.valid) parsed.value; // "13800138000"
 * ```
 */
export const mobileNumber: IdentifierKind<MobileNumberParts> = /* @__PURE__ */ defineKind({
  tidying: telephoneTidying,
  check,
  canonical,
  parts: mobileSegmentOf,
  warnings,
  mask: (value) => maskMiddle(value, 3, 4),
});
