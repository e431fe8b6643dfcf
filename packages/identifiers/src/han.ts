import { isWithin } from "./ranges.ts";
import type { Range } from "./ranges.ts";

/**
 * Where the characters of Han names stand, written out so that the answer does not depend on the Unicode
 * version of the engine. Blocks are listed whole: their last free places have been filled from version to
 * version.
 */
const HAN: readonly Range[] = [
  [0x3007, 0x3007], // 〇, a numeral by its properties and a character in names
  [0x3400, 0x4dbf], // Extension A
  [0x4e00, 0x9fff], // CJK Unified Ideographs
  [0xf900, 0xfaff], // Compatibility Ideographs: kept as they are, U+F92C is not U+90CE on a card
  [0x20000, 0x2a6df], // Extension B
  [0x2a700, 0x2b73f], // Extension C
  [0x2b740, 0x2b81f], // Extension D
  [0x2b820, 0x2ceaf], // Extension E
  [0x2ceb0, 0x2ebef], // Extension F
  [0x2ebf0, 0x2ee5f], // Extension I
  [0x2f800, 0x2fa1f], // Compatibility Ideographs Supplement
  [0x30000, 0x3134f], // Extension G
  [0x31350, 0x323af], // Extension H
];

/** Radicals look like characters and come with text copied from a PDF, but no name is written with them. */
const RADICALS: readonly Range[] = [
  [0x2e80, 0x2eff], // CJK Radicals Supplement
  [0x2f00, 0x2fdf], // Kangxi Radicals
];

/** The private-use place that 䶮 had before U+4DAE; old systems still send it. */
export const OBSOLETE_YAN = 0xe863;

/** Whether the code point is a Han character a name can hold. */
export function isHan(codePoint: number): boolean {
  return isWithin(HAN, codePoint);
}

/** Whether the code point is a radical. */
export function isRadical(codePoint: number): boolean {
  return isWithin(RADICALS, codePoint);
}
