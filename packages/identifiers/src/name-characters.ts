import { codePointAt, widthAt } from "./code-points.ts";
import { isHan, OBSOLETE_YAN } from "./han.ts";
import { isWithin } from "./ranges.ts";
import type { Ranges } from "./ranges.ts";

/** The roles characters play in a name, as bits, so that a set of them is a number. */
const START = 1;
export const HAN = 2;
export const LATIN = 4;
const DOT = 8;
const SPACE = 16;
const HYPHEN = 32;
const APOSTROPHE = 64;
const COMMA = 128;

/** The separator of 民委发〔2016〕33号 (GB 18030 A1A4). */
const MIDDLE_DOT = 0xb7;

/** Which roles may come before each role. A name opens with START and ends in HAN or LATIN. */
const MAY_FOLLOW: ReadonlyMap<number, number> = /* @__PURE__ */ orderOfRoles();

/** A function, because bundlers take the bars for work that must be done. */
function orderOfRoles(): Map<number, number> {
  return new Map([
    [HAN, START | HAN | LATIN | DOT],
    [LATIN, START | HAN | LATIN | SPACE | HYPHEN | APOSTROPHE | COMMA],
    [DOT, HAN],
    [SPACE, LATIN | COMMA],
    [HYPHEN, LATIN],
    [APOSTROPHE, START | LATIN | SPACE],
    [COMMA, LATIN],
  ]);
}

const JOINERS: ReadonlyMap<number, number> = /* @__PURE__ */ new Map([
  [MIDDLE_DOT, DOT],
  [0x20, SPACE],
  [0x2d, HYPHEN],
  [0x27, APOSTROPHE],
  [0x2c, COMMA],
]);

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

/** The role of a code point, 0 if a name cannot hold it. */
export function roleOf(codePoint: number): number {
  if (isHan(codePoint) || codePoint === OBSOLETE_YAN) return HAN;
  if (isLatin(codePoint)) return LATIN;
  return JOINERS.get(codePoint) ?? 0;
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
    if (((MAY_FOLLOW.get(role) ?? 0) & previous) === 0) return index;
    previous = role;
    previousIndex = index;
  }
  return (previous & (HAN | LATIN)) === 0 ? previousIndex : -1;
}
