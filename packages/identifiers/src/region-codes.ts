import { addedRegions } from "./added-regions.ts";
import { readDigits } from "./ascii.ts";
import { REGION_CODES } from "./generated/region-codes.ts";
import { RegionError } from "./region-error.ts";

const LENGTH = 6;

/** The character that stands for 0 in the generated text. */
const ZERO = 0x25;

let known: ReadonlySet<number> | undefined;

/**
 * Whether the six digits are a county, prefecture or province code of GB/T 2260 that we know: in force or abolished.
 *
 * No public table is complete, and new codes come every year: an unknown code deserves a warning, never a refusal.
 *
 * @example
 * ```ts
 * import { isKnownRegion } from "@shiming/identifiers";
 *
 * isKnownRegion("440524"); // true: abolished in 1993, and on the cards of those born there
 * isKnownRegion("119999"); // false
 * ```
 */
export function isKnownRegion(code: string): boolean {
  return addedRegions.has(code) || codes().has(regionNumber(code));
}

/**
 * Makes more codes known, for as long as the process lives: those newer than our data, or missing in it. Neither
 * `isKnownRegion` nor the warning `REGION_UNKNOWN` finds fault with them any more.
 *
 * @param added - codes of six digits
 * @throws RegionError where one is not; then none is added
 * @example
 * ```ts
 * import { addRegionCodes, isKnownRegion } from "@shiming/identifiers";
 *
 * addRegionCodes(["653299"]);
 * isKnownRegion("653299"); // true
 * ```
 */
export function addRegionCodes(added: Iterable<string>): void {
  const more = [...added];
  if (more.some(isMalformed)) throw new RegionError("REGION_CODE_MALFORMED", "code");
  for (const code of more) addedRegions.add(code);
}

function isMalformed(code: string): boolean {
  return Number.isNaN(regionNumber(code));
}

/** The six digits as a number; `NaN` for anything else. */
function regionNumber(code: string): number {
  return typeof code === "string" && code.length === LENGTH ? readDigits(code, 0, LENGTH) : Number.NaN;
}

/** Read on first use: an app that never asks for a region pays nothing. */
function codes(): ReadonlySet<number> {
  return (known ??= decode(REGION_CODES));
}

/** Reads what scripts/region-codes-text.ts wrote; the form is described there. */
function decode(text: string): Set<number> {
  const found = new Set<number>();
  let prefix = 0;
  for (const group of text.split("!")) {
    const [step = "", runs = ""] = group.split(" ");
    prefix += Number(step || 1);
    for (let index = 0; index < runs.length; index += 2) {
      const first = prefix * 100 + runs.charCodeAt(index) - ZERO;
      const last = first + runs.charCodeAt(index + 1) - ZERO;
      for (let code = first; code <= last; code++) found.add(code);
    }
  }
  return found;
}
