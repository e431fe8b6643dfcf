import { firstNonDigit } from "./ascii.ts";
import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import { behindPrefix, foreignNumber, hasOtherCountryCode, schemeEnd, strangerFrom } from "./dialling.ts";
import { formOf } from "./forms.ts";
import type { Form } from "./forms.ts";
import type { IdentifierKind, Span } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { telephoneTidying } from "./untidy-characters.ts";

/**
 * What a number that is not a mobile one is for: a line in an area, a service of a short number, a 400 number (caller
 * and owner share the cost) or an 800 number (the owner pays).
 */
export type LandlineClass = "landline" | "service" | "400" | "800";

/** The parts of a landline number. */
export interface LandlineNumberParts {
  readonly class: LandlineClass;
  /** With its trunk 0: "010", "0755". "" for 400 and 800 numbers, and for services dialled without one. */
  readonly areaCode: string;
  /** What is dialled within the area; for 400 and 800 numbers all of it. */
  readonly subscriber: string;
}

const PREFIXES = ["+86", "0086", "86"] as const;

/** 400 and 800 numbers. */
const SHARED_FORMS: readonly Form[] = ["400#######", "800#######"];

/** Emergencies and information, carriers, government (12345), customer service of the whole country and of a province. */
const SERVICE_FORMS: readonly Form[] = [
  "11#",
  "12#",
  "100##",
  "11###",
  "12###",
  "95###",
  "95####",
  "95#####",
  "95######",
  "96###",
  "96####",
];

const COUNTRY_FAULT: Remark = { code: "LANDLINE_COUNTRY", at: foreignNumber };
const LENGTH_FAULT: Remark = { code: "LANDLINE_LENGTH" };
const CHARACTER_FAULT: Remark = {
  code: "LANDLINE_CHARACTER",
  at: (text) => strangerFrom(text, numberStart(text)),
};
const AREA_FAULT: Remark = { code: "LANDLINE_AREA", at: (text) => [numberStart(text), text.length] };
const SUBSCRIBER_FAULT: Remark = { code: "LANDLINE_SUBSCRIBER", at: subscriberIn };

function check(text: string): Remark | undefined {
  if (hasOtherCountryCode(text)) return COUNTRY_FAULT;
  const number = canonical(text);
  if (number.length < 3 || number.length > 12) return LENGTH_FAULT;
  if (firstNonDigit(number, 0, number.length) !== -1) return CHARACTER_FAULT;
  if (isNationwide(number)) return undefined;
  const subscriber = number.slice(areaLength(number));
  if (subscriber === number) return AREA_FAULT;
  if (subscriber === "") return LENGTH_FAULT;
  return isSubscriber(subscriber) || isService(subscriber) ? undefined : SUBSCRIBER_FAULT;
}

/** As it is dialled within the country: with the trunk 0 that a country code takes the place of. */
function canonical(text: string): string {
  const start = numberStart(text);
  const number = text.slice(start);
  const isComplete = start === schemeEnd(text) || number.startsWith("0") || isNationwide(number);
  return isComplete ? number : `0${number}`;
}

function numberStart(text: string): number {
  return behindPrefix(text, PREFIXES);
}

const isService = (number: string): boolean => formOf(number, SERVICE_FORMS) !== undefined;
const isShared = (number: string): boolean => formOf(number, SHARED_FORMS) !== undefined;
const isNationwide = (number: string): boolean => isShared(number) || isService(number);

/** Seven or eight digits, the first of them 2 to 8. */
function isSubscriber(number: string): boolean {
  return (number.length === 7 || number.length === 8) && number >= "2" && number < "9";
}

/** 010, 020 to 029, or four digits from 0300 to 0999; 0 if there is no area code. */
function areaLength(number: string): number {
  if (number.startsWith("010") || number.startsWith("02")) return 3;
  return number.startsWith("0") && number >= "03" ? 4 : 0;
}

function subscriberIn(text: string): Span {
  const number = canonical(text);
  return [text.length - number.length + areaLength(number), text.length];
}

function parts(value: string): LandlineNumberParts {
  if (isShared(value)) {
    return { class: value.startsWith("4") ? "400" : "800", areaCode: "", subscriber: value };
  }
  const areaCode = value.slice(0, areaLength(value));
  const subscriber = value.slice(areaCode.length);
  return { class: isService(subscriber) ? "service" : "landline", areaCode, subscriber };
}

/** The short numbers of services are starred whole. */
function mask(value: string): string {
  return value.length < 8 ? "*".repeat(value.length) : maskMiddle(value, areaLength(value) || 3, 4);
}

/**
 * A telephone number of mainland China that is not a mobile one: area code and subscriber (010-6234 5678), a service
 * (95588, 12345), with or without an area code, or a 400 or 800 number. The canonical form is what is dialled within the
 * country, digits alone.
 *
 * Read, lenient or not: `tel:`, +86, 0086 or 86 in front, spaces, hyphens, dots and brackets; full-width digits and
 * invisible marks with a warning. A subscriber number without its area code is refused: it names no line. Area codes are
 * not looked up, and extensions are not read. `mask` shows the area code and the last four digits, and nothing of a short
 * number.
 *
 * @example
 * ```ts
 * import { landlineNumber } from "@shiming/identifiers";
 *
 * const parsed = landlineNumber.parse("+86 (10) 6234-5678");
 * if (parsed.valid) parsed.value; // "01062345678"
 * ```
 */
export const landlineNumber: IdentifierKind<LandlineNumberParts> = /* @__PURE__ */ defineKind({
  tidying: telephoneTidying,
  check,
  canonical,
  parts,
  mask,
});
