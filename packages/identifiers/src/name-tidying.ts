import { isLatin } from "./name-characters.ts";
import type { Reading, Tidying } from "./tidying.ts";
import { isBlank, readPasted } from "./untidy-characters.ts";

const DOT: Reading = ["\u00b7", "NAME_PUNCTUATION_VARIANT", true];
const APOSTROPHE: Reading = ["'", "NAME_PUNCTUATION_VARIANT", true];
const SPARE_BLANK: Reading = ["", "CHARACTER_SEPARATOR"];
const WIDE_BLANK: Reading = [" ", "CHARACTER_SEPARATOR"];

/**
 * Characters typed for the middle dot: full stop, Greek ano teleia, bullet, hyphenation point, bullet operator, dot
 * operator, word separator, katakana dot, sinological dot, full-width full stop, half-width katakana dot. An explicit
 * table, as for the apostrophe, in place of NFC or NFKC, which would also change characters that are on people's cards.
 */
const DOTS = ".\u0387\u2022\u2027\u2219\u22c5\u2e31\u30fb\ua78f\uff0e\uff65";

/** Those of them that stay a full stop behind a Latin letter. */
const FULL_STOPS = ".\uff0e";

/** Characters typed for the apostrophe: modifier letter, left and right quotation mark, full-width apostrophe. */
const APOSTROPHES = "\u02bc\u2018\u2019\uff07";

/** Reads the look-alikes of the middle dot and of the apostrophe as these. */
const punctuationVariants: Tidying = (text, index) => {
  if (isMiddleDot(text, index)) return DOT;
  return has(APOSTROPHES, text, index) ? APOSTROPHE : undefined;
};

/** Leaves one plain space between Latin words and drops the others: before, behind and inside Han names. */
const spareBlanks: Tidying = (text, index) => {
  if (!isBlank(text.charCodeAt(index))) return undefined;
  if (!isBetweenWords(text, index)) return SPARE_BLANK;
  return text[index] === " " ? undefined : WIDE_BLANK;
};

/**
 * What names are tidied of: look-alikes for everybody; spare blanks, invisible marks and full-width letters where the
 * caller is lenient.
 */
export const nameTidying: Tidying = (text, index) =>
  punctuationVariants(text, index) ?? spareBlanks(text, index) ?? readPasted(text.charCodeAt(index));

/** A full stop behind a Latin letter is none: JOHN JR., J.K. MOU. */
function isMiddleDot(text: string, index: number): boolean {
  return has(DOTS, text, index) && !(has(FULL_STOPS, text, index) && isLatin(tidyUnit(text, index - 1)));
}

function has(characters: string, text: string, index: number): boolean {
  // There is none behind the end, and every text includes an empty one.
  return characters.includes(text[index] ?? "none");
}

/** The UTF-16 unit at an index, that of ASCII for a full-width one; `NaN` for an invisible one. */
function tidyUnit(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return readPasted(unit)?.[0].charCodeAt(0) ?? unit;
}

function isInvisible(text: string, index: number): boolean {
  return readPasted(text.charCodeAt(index))?.[0] === "";
}

/** True for the first blank behind a Latin word or a comma, if a Latin word follows the blanks. */
function isBetweenWords(text: string, index: number): boolean {
  let before = index - 1;
  while (isInvisible(text, before)) before--;
  let after = index + 1;
  while (isInvisible(text, after) || isBlank(text.charCodeAt(after))) after++;
  return endsWord(text, before) && startsWord(text, after);
}

function endsWord(text: string, index: number): boolean {
  const isMark = has(",，", text, index) || (has(FULL_STOPS, text, index) && !isMiddleDot(text, index));
  return isMark || isLatin(tidyUnit(text, index));
}

function startsWord(text: string, index: number): boolean {
  return has(`'${APOSTROPHES}`, text, index) || isLatin(tidyUnit(text, index));
}
