import { isWithin } from "./ranges.ts";
import type { Ranges } from "./ranges.ts";
import type { Reading, Tidying } from "./tidying.ts";

/** Spaces of every width, tabs and ends of lines. */
const BLANKS: Ranges = [
  [0x0009, 0x000d],
  [0x0020],
  [0x00a0],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f],
  [0x3000],
];

const HYPHENS: Ranges = [[0x002d], [0x2010, 0x2015], [0x2212], [0xff0d]];

/** Zero-width and direction marks, which contact apps and web pages paste along with a number. */
const INVISIBLES: Ranges = [
  [0x00ad],
  [0x061c],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff],
];

/** U+2169 and U+2179 (Roman ten), Cyrillic Ha, Greek Chi, the multiplication sign: all typed for X. */
const LOOKALIKES_OF_X: Ranges = [[0x00d7], [0x03a7], [0x0425], [0x0445], [0x2169], [0x2179]];

/** What most numbers are tidied of, where the caller is lenient. */
export const usualTidying: Tidying = (text, index) => {
  const unit = text.charCodeAt(index);
  if (isSeparator(unit)) return ["", "CHARACTER_SEPARATOR"];
  if (isWithin(LOOKALIKES_OF_X, unit)) return ["X", "CHARACTER_LOOKALIKE"];
  return readPasted(unit);
};

/** What telephone numbers are tidied of for everybody: spaces, hyphens, brackets and dots are an ordinary way of writing. */
export const telephoneTidying: Tidying = (text, index) => {
  const unit = text.charCodeAt(index);
  if (isSeparator(unit) || "().（）．".includes(text.charAt(index))) return [""];
  const reading = readPasted(unit);
  return reading && [reading[0], reading[1], true];
};

/** Whether it is a blank. */
export function isBlank(unit: number): boolean {
  return isWithin(BLANKS, unit);
}

function isSeparator(unit: number): boolean {
  return isBlank(unit) || isWithin(HYPHENS, unit);
}

/** What comes along with pasted text: invisible marks, and full-width digits, letters and signs. */
export function readPasted(unit: number): Reading | undefined {
  // Full-width forms of the characters from ! to ~ stand this far above them.
  const ascii = unit - 0xfee0;
  const isFullWidth = ascii > 0x20 && ascii < 0x7f;
  return isFullWidth ? [String.fromCharCode(ascii), "CHARACTER_FULL_WIDTH"] : readInvisible(unit);
}

/** Zero-width and direction marks are dropped. */
function readInvisible(unit: number): Reading | undefined {
  return isWithin(INVISIBLES, unit) ? ["", "CHARACTER_INVISIBLE"] : undefined;
}
