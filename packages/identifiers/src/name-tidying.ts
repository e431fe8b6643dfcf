import { isLatin } from "./name-characters.ts";
import { isWithin } from "./ranges.ts";
import type { Ranges } from "./ranges.ts";
import type { Reading, Tidying } from "./tidying.ts";
import { readInvisible } from "./untidy-characters.ts";

const DOT: Reading = ["\u00b7", "NAME_PUNCTUATION_VARIANT", true];
const APOSTROPHE: Reading = ["'", "NAME_PUNCTUATION_VARIANT", true];
const SPARE_BLANK: Reading = ["", "CHARACTER_SEPARATOR"];
const WIDE_BLANK: Reading = [" ", "CHARACTER_SEPARATOR"];

/** Spaces of every width; hyphens belong to Latin names. */
const BLANKS: Ranges = [0x0009, 0x0020, 0x00a0, [0x2000, 0x200a], 0x202f, 0x3000];

/**
 * Characters typed for the middle dot: full stop, Greek ano teleia, bullet, hyphenation point, bullet operator, dot
 * operator, word separator, katakana dot, sinological dot, full-width full stop, half-width katakana dot. An explicit
 * table, as for the apostrophe, in place of NFC or NFKC, which would also change characters that are on people's cards.
 */
const DOTS = ".\u0387\u2022\u2027\u2219\u22c5\u2e31\u30fb\ua78f\uff0e\uff65";

/** Characters typed for the apostrophe: modifier letter, left and right quotation mark, full-width apostrophe. */
const APOSTROPHES = "\u02bc\u2018\u2019\uff07";

/** Reads the look-alikes of the middle dot and of the apostrophe as these. */
const punctuationVariants: Tidying = (text, index) => {
  // There is none behind the end, and every text includes an empty one.
  const character = text[index] ?? "none";
  if (DOTS.includes(character)) return DOT;
  return APOSTROPHES.includes(character) ? APOSTROPHE : undefined;
};

/** Leaves one plain space between Latin words and drops the others: before, behind and inside Han names. */
const spareBlanks: Tidying = (text, index) => {
  if (!isBlank(text, index)) return undefined;
  if (!isBetweenWords(text, index)) return SPARE_BLANK;
  return text[index] === " " ? undefined : WIDE_BLANK;
};

/** What names are tidied of: look-alikes for everybody, spare blanks and invisible marks where the caller is lenient. */
export const nameTidying: Tidying = (text, index) =>
  punctuationVariants(text, index) ?? spareBlanks(text, index) ?? readInvisible(text.charCodeAt(index));

function isBlank(text: string, index: number): boolean {
  return isWithin(BLANKS, text.charCodeAt(index));
}

function isInvisible(text: string, index: number): boolean {
  return readInvisible(text.charCodeAt(index)) !== undefined;
}

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
