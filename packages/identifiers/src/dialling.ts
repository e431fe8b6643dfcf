import { firstNonDigit } from "./ascii.ts";
import type { Span } from "./identifier-kind.ts";

const SCHEME = "tel:";
const INTERNATIONAL = ["+", "00"];

/** Where a telephone number starts, behind a `tel:` and the first of some prefixes that it has. */
export function behindPrefix(text: string, prefixes: readonly string[]): number {
  const start = schemeEnd(text);
  for (const prefix of prefixes) if (text.startsWith(prefix, start)) return start + prefix.length;
  return start;
}

/** The first character from an index on that is no digit. */
export function strangerFrom(text: string, start: number): Span {
  const index = firstNonDigit(text, start, text.length);
  return [index, index + 1];
}

/** Whether it is dialled into another country than China (86). */
export function hasOtherCountryCode(text: string): boolean {
  const start = behindPrefix(text, INTERNATIONAL);
  return start > schemeEnd(text) && !text.startsWith("86", start);
}

/** All of a number that is dialled into another country. */
export function foreignNumber(text: string): Span {
  return [schemeEnd(text), text.length];
}

/** Where a `tel:` in front ends. */
export function schemeEnd(text: string): number {
  const hasScheme = text[3] === ":" && text.slice(0, SCHEME.length).toLowerCase() === SCHEME;
  return hasScheme ? SCHEME.length : 0;
}
