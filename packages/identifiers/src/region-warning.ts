import { addedRegions } from "./added-regions.ts";
import { readDigits } from "./ascii.ts";
import type { Remark } from "./define-kind.ts";
import type { ParseOptions } from "./identifier-kind.ts";

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

/**
 * Whether it was added, or has digits that codes of GB/T 2260 have had. Small enough to come along with every kind;
 * `isKnownRegion` has the list itself, and a test holds this to it.
 */
function isPlausible(code: string): boolean {
  const prefecture = readDigits(code, 2, 4);
  const county = readDigits(code, 4, 6);
  const isPrefecture = prefecture < 54 || prefecture === 70 || prefecture === 90;
  return (isPrefecture && (county < 65 || (county > 80 && county < 89))) || addedRegions.has(code);
}
