import { isWithin } from "./ranges.ts";
import type { Ranges } from "./ranges.ts";

/**
 * Where the characters of Han names stand, written out so that the answer does not depend on the Unicode version of the
 * engine. Blocks are listed whole: their last free places have been filled from version to version.
 */
const HAN: Ranges = [
  [0x3007], // 〇, a numeral by its properties and a character in names
  [0x3400, 0x4dbf], // Extension A
  [0x4e00, 0x9fff], // CJK Unified Ideographs
  [0xf900, 0xfaff], // Compatibility Ideographs: kept as they are, U+F92C is not U+90CE on a card
  [0x20000, 0x2a6df], // Extension B
  [0x2a700, 0x2ee5f], // Extensions C, D, E, F and I
  [0x2f800, 0x2fa1f], // Compatibility Ideographs Supplement
  [0x30000, 0x3347f], // Extensions G, H and J
];

/**
 * The radicals of CJK Radicals Supplement and Kangxi Radicals look like characters and come with text copied from a
 * PDF, but no name is written with them.
 */
const RADICALS: Ranges = [[0x2e80, 0x2fdf]];

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
