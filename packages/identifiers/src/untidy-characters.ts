import { isWithin } from "./ranges.ts";
import type { Range } from "./ranges.ts";
import type { Tidying, Untidiness } from "./tidy.ts";

const BLANKS: readonly Range[] = [
  [0x0009, 0x0009],
  [0x0020, 0x0020],
  [0x00a0, 0x00a0],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x3000, 0x3000],
];

const DASHES: readonly Range[] = [
  [0x002d, 0x002d],
  [0x2010, 0x2015],
  [0x2212, 0x2212],
  [0xff0d, 0xff0d],
];

/** Zero-width and direction marks, which contact apps and web pages paste along with a number. */
const INVISIBLES: readonly Range[] = [
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2060],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

/** U+2169 and U+2179 (Roman ten), Cyrillic Ha, Greek Chi, the multiplication sign: all typed for X. */
const LOOKALIKES_OF_X: readonly Range[] = [
  [0x00d7, 0x00d7],
  [0x03a7, 0x03a7],
  [0x0425, 0x0425],
  [0x0445, 0x0445],
  [0x2169, 0x2169],
  [0x2179, 0x2179],
];

/** Full-width forms stand this far above the ASCII characters they show. */
const FULL_WIDTH_OFFSET = 0xfee0;

const SEPARATOR: Untidiness = { replacement: "", note: "CHARACTER_SEPARATOR" };
const SILENT_SEPARATOR: Untidiness = { replacement: "" };
const INVISIBLE: Untidiness = { replacement: "", note: "CHARACTER_INVISIBLE" };
const LOOKALIKE: Untidiness = { replacement: "X", note: "CHARACTER_LOOKALIKE" };

/** Whether the character is a space of any width. */
export function isBlank(text: string, index: number): boolean {
  return isWithin(BLANKS, text.charCodeAt(index));
}

/** Whether the character is a zero-width or direction mark. */
export function isInvisible(text: string, index: number): boolean {
  return isWithin(INVISIBLES, text.charCodeAt(index));
}

function isSeparator(text: string, index: number): boolean {
  return isBlank(text, index) || isWithin(DASHES, text.charCodeAt(index));
}

/** Drops spaces and hyphens, and says so. */
export const separators: Tidying = (text, index) => (isSeparator(text, index) ? SEPARATOR : undefined);

/** Drops spaces and hyphens where they are an ordinary way of writing. */
export const silentSeparators: Tidying = (text, index) =>
  isSeparator(text, index) ? SILENT_SEPARATOR : undefined;

/** Drops zero-width and direction marks. */
export const invisibles: Tidying = (text, index) => (isInvisible(text, index) ? INVISIBLE : undefined);

/** Reads the characters that look like an X as one. */
export const lookalikesOfX: Tidying = (text, index) =>
  isWithin(LOOKALIKES_OF_X, text.charCodeAt(index)) ? LOOKALIKE : undefined;

/** Reads full-width digits, letters and signs (U+FF01 to U+FF5E) as the ASCII ones. */
export const fullWidthForms: Tidying = (text, index) => {
  const unit = text.charCodeAt(index);
  if (unit < 0xff01 || unit > 0xff5e) return undefined;
  return { replacement: String.fromCharCode(unit - FULL_WIDTH_OFFSET), note: "CHARACTER_FULL_WIDTH" };
};
