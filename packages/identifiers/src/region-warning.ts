import type { Remark } from "./define-kind.ts";
import type { ParseOptions } from "./identifier-kind.ts";
import { isWithin } from "./ranges.ts";
import type { Ranges } from "./ranges.ts";

/** The digits that codes of GB/T 2260 have had: third and fourth, then fifth and sixth. A test holds them to our list. */
const PREFECTURES: Ranges = [[0, 53], 70, 90];
const COUNTIES: Ranges = [
  [0, 64],
  [81, 88],
];

/**
 * The warning about a region code at an index, if it is not known. Every public table misses codes that are on people's
 * cards, so it is never more than a warning.
 */
export function regionWarning(
  text: string,
  start: number,
  options: ParseOptions | undefined,
): readonly Remark[] {
  const end = start + 6;
  const isKnown = options?.regions ?? isPlausible;
  return isKnown(text.slice(start, end)) ? [] : [{ code: "REGION_UNKNOWN", at: () => [start, end] }];
}

/** The same for the code of an authority: the national ones have 100000, which is no division. */
export function authorityWarning(
  text: string,
  start: number,
  options: ParseOptions | undefined,
): readonly Remark[] {
  return text.startsWith("100000", start) ? [] : regionWarning(text, start, options);
}

/** Small enough to come along with every kind; `isKnownRegion` has the list itself. */
function isPlausible(code: string): boolean {
  return isWithin(PREFECTURES, Number(code.slice(2, 4))) && isWithin(COUNTIES, Number(code.slice(4)));
}
