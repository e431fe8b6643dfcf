import { isLatin } from "./name-characters.ts";
import type { Tidying, Untidiness } from "./tidy.ts";
import { isBlank, isInvisible } from "./untidy-characters.ts";

const DOT: Untidiness = { replacement: "\u00b7", note: "NAME_PUNCTUATION_VARIANT" };
const APOSTROPHE: Untidiness = { replacement: "'", note: "NAME_PUNCTUATION_VARIANT" };
const SPARE_BLANK: Untidiness = { replacement: "", note: "CHARACTER_SEPARATOR" };
const WIDE_BLANK: Untidiness = { replacement: " ", note: "CHARACTER_SEPARATOR" };

/**
 * Characters typed for the middle dot, and for the apostrophe. An explicit table in place of NFC or NFKC, which
 * would also change characters that are on people's cards.
 */
const VARIANTS: ReadonlyMap<string, Untidiness> = new Map([
  [".", DOT], // the dot of an ASCII keyboard
  ["\u0387", DOT], // Greek ano teleia
  ["\u2022", DOT], // bullet
  ["\u2027", DOT], // hyphenation point
  ["\u2219", DOT], // bullet operator
  ["\u22c5", DOT], // dot operator
  ["\u2e31", DOT], // word separator middle dot
  ["\u30fb", DOT], // katakana middle dot
  ["\ua78f", DOT], // Latin letter sinological dot
  ["\uff0e", DOT], // full-width full stop
  ["\uff65", DOT], // half-width katakana middle dot
  ["\u02bc", APOSTROPHE], // modifier letter apostrophe
  ["\u2018", APOSTROPHE], // left single quotation mark
  ["\u2019", APOSTROPHE], // right single quotation mark
  ["\uff07", APOSTROPHE], // full-width apostrophe
]);

/** Reads the look-alikes of the middle dot and of the apostrophe as these. */
export const punctuationVariants: Tidying = (text, index) => VARIANTS.get(text.charAt(index));

/** Leaves one plain space between Latin words and drops the others: before, behind and inside Han names. */
export const spareBlanks: Tidying = (text, index) => {
  if (!isBlank(text, index)) return undefined;
  if (!isBetweenWords(text, index)) return SPARE_BLANK;
  return text[index] === " " ? undefined : WIDE_BLANK;
};

/** True for the first blank behind a Latin letter or a comma, if a Latin word follows the blanks. */
function isBetweenWords(text: string, index: number): boolean {
  let before = index - 1;
  while (isInvisible(text, before)) before--;
  let after = index + 1;
  while (isInvisible(text, after) || isBlank(text, after)) after++;
  return endsWord(text, before) && startsWord(text, after);
}

function endsWord(text: string, index: number): boolean {
  return text[index] === "," || isLatin(text.charCodeAt(index));
}

function startsWord(text: string, index: number): boolean {
  const isApostrophe = text[index] === "'" || punctuationVariants(text, index) === APOSTROPHE;
  return isApostrophe || isLatin(text.charCodeAt(index));
}
