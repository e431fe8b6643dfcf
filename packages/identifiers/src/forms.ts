import { alphanumericValue } from "./ascii.ts";
import type { Remark } from "./define-kind.ts";
import type { FindingCode } from "./finding-codes.ts";
import type { Span } from "./identifier-kind.ts";

/**
 * A way of writing a number, one character for each place: "#" is a digit, "@" a letter, "*" a letter but I and O, "&" a
 * digit or letter, "%" a digit or X, and any other character is itself. Letters are of either case.
 */
export type Form = string;

/** What is wrong with the form of a text. */
export type FormCheck = (text: string) => Remark | undefined;

/**
 * The check that a text has one of these forms: what to report of its length, or of the first character that fits no
 * form of its length.
 */
export function formCheck(forms: readonly Form[], length: FindingCode, character: FindingCode): FormCheck {
  const lengthFault: Remark = { code: length };
  const characterFault: Remark = { code: character, at: (text) => misfitIn(text, forms) };
  return (text) => {
    if (formOf(text, forms) !== undefined) return undefined;
    return forms.some((form) => form.length === text.length) ? characterFault : lengthFault;
  };
}

/** The form of a text. */
export function formOf(text: string, forms: readonly Form[]): Form | undefined {
  return forms.find((form) => form.length === text.length && fitting(text, form) === form.length);
}

function misfitIn(text: string, forms: readonly Form[]): Span {
  let index = 0;
  for (const form of forms) if (form.length === text.length) index = Math.max(index, fitting(text, form));
  return [index, index + 1];
}

/** How many characters fit a form, from the front. */
function fitting(text: string, form: Form): number {
  let index = 0;
  while (index < form.length && fits(text.charCodeAt(index), form.charAt(index))) index++;
  return index;
}

function fits(unit: number, place: string): boolean {
  const value = alphanumericValue(unit);
  const belongs = PLACES[place];
  if (belongs) return belongs(value);
  return value < 0 ? unit === place.charCodeAt(0) : value === alphanumericValue(place.charCodeAt(0));
}

/** Whether a character may stand in a place, by its value: digits from 0, letters from A = 10, -1 for all others. */
const PLACES: Readonly<Partial<Record<string, (value: number) => boolean>>> = {
  "#": (value) => value >= 0 && value < 10,
  "@": (value) => value >= 10,
  "*": (value) => value >= 10 && value !== 18 && value !== 24,
  "&": (value) => value >= 0,
  "%": (value) => (value >= 0 && value < 10) || value === 33,
};
