import { codePointAt, widthAt } from "./code-points.ts";
import { isHan, OBSOLETE_YAN } from "./han.ts";
import { isWithin } from "./ranges.ts";
import type { Ranges } from "./ranges.ts";

/** The role of a character in a name: a mark that parts words is a role of its own. */
type Role = string;

const START: Role = "^";
export const HAN: Role = "H";
export const LATIN: Role = "L";
/** The separator of 民委发〔2016〕33号 (GB 18030 A1A4). */
const MIDDLE_DOT: Role = "\u00b7";
/** The same where it stands behind a Latin letter: it may part Latin from Han, but no two Latin words. */
const DOT_BEHIND_LATIN: Role = ":";

/** Which roles may come before each role. A name opens with START. */
const MAY_FOLLOW: Readonly<Partial<Record<Role, string>>> = {
  H: "^HL\u00b7:.",
  L: "^HL\u00b7 -',.",
  "\u00b7": "HL",
  " ": "L,.",
  "-": "L.",
  "'": "^L ",
  ",": "L.",
  ".": "L",
};

/** What a name may end in. */
const ENDS = "HL.";

/** ASCII letters, and the accented ones of Latin-1 and Latin Extended-A. */
const LATIN_LETTERS: Ranges = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x17f],
];

/** Whether the code point is a Latin letter a name can hold. */
export function isLatin(codePoint: number): boolean {
  return isWithin(LATIN_LETTERS, codePoint);
}

/** The role of a code point, "" if a name cannot hold it. */
export function roleOf(codePoint: number): Role {
  if (isHan(codePoint) || codePoint === OBSOLETE_YAN) return HAN;
  if (isLatin(codePoint)) return LATIN;
  const mark = String.fromCodePoint(codePoint);
  return MAY_FOLLOW[mark] === undefined ? "" : mark;
}

/**
 * Where the first character stands that a name cannot hold, or not in that place: a separator with nothing to
 * part. -1 if none. In UTF-16 units.
 */
export function firstMisfit(text: string): number {
  let previous = START;
  let previousIndex = 0;
  for (let index = 0; index < text.length; index += widthAt(text, index)) {
    const role = roleOf(codePointAt(text, index));
    if (!MAY_FOLLOW[role]?.includes(previous)) return index;
    previous = role === MIDDLE_DOT && previous === LATIN ? DOT_BEHIND_LATIN : role;
    previousIndex = index;
  }
  return ENDS.includes(previous) ? -1 : previousIndex;
}
