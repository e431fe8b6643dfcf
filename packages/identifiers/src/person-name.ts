import { codePointAt, countCodePoints, widthAt } from "./code-points.ts";
import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import { isRadical, OBSOLETE_YAN } from "./han.ts";
import type { IdentifierKind, Span } from "./identifier-kind.ts";
import { firstMisfit, HAN, LATIN, roleOf } from "./name-characters.ts";
import { nameTidying } from "./name-tidying.ts";

/** What can be told of a name without guessing: where the surname ends is not among it. */
export interface PersonNameParts {
  /** Code points, separators included. */
  readonly characters: number;
  readonly script: "han" | "latin" | "mixed";
}

/** Name fields hold at least this many (民委发〔2016〕33号). In code points. */
const LONGEST_NAME = 50;

const LENGTH_FAULT: Remark = { code: "NAME_LENGTH" };
const CHARACTER_FAULT: Remark = { code: "NAME_CHARACTER", at: misfitIn };
const RADICAL_FAULT: Remark = { code: "NAME_RADICAL", at: misfitIn };
const SEPARATOR_FAULT: Remark = { code: "NAME_SEPARATOR_PLACE", at: misfitIn };

function check(text: string): Remark | undefined {
  const characters = countCodePoints(text);
  if (characters === 0 || characters > LONGEST_NAME) return LENGTH_FAULT;
  const misfit = firstMisfit(text);
  return misfit === -1 ? undefined : faultOf(codePointAt(text, misfit));
}

function faultOf(codePoint: number): Remark {
  if (roleOf(codePoint) !== 0) return SEPARATOR_FAULT;
  return isRadical(codePoint) ? RADICAL_FAULT : CHARACTER_FAULT;
}

function misfitIn(text: string): Span {
  const misfit = firstMisfit(text);
  return [misfit, misfit + widthAt(text, misfit)];
}

function warnings(text: string): readonly Remark[] {
  const found: Remark[] = [];
  if (countCodePoints(text) === 1) found.push({ code: "NAME_ONE_CHARACTER" });
  if (scriptOf(text) === "mixed") found.push({ code: "NAME_SCRIPT_MIXED" });
  const obsolete = text.indexOf(String.fromCharCode(OBSOLETE_YAN));
  if (obsolete !== -1) found.push({ code: "NAME_OBSOLETE_CODE", at: () => [obsolete, obsolete + 1] });
  return found;
}

function scriptOf(name: string): PersonNameParts["script"] {
  let roles = 0;
  for (const character of name) roles |= roleOf(codePointAt(character, 0));
  if ((roles & HAN) === 0) return "latin";
  return (roles & LATIN) === 0 ? "han" : "mixed";
}

/** A surname is not cut off by guessing, 欧阳 or 欧: one character shows. Of a one-character name, none. */
function mask(name: string): string {
  const hidden = countCodePoints(name) - 1;
  return hidden === 0 ? "*" : name.slice(0, widthAt(name, 0)) + "*".repeat(hidden);
}

/**
 * A person's name as on Chinese identity documents: Han characters with the middle dot of minority names, or
 * Latin words with spaces, hyphens, apostrophes and commas; at most 50 characters.
 *
 * Look-alikes of the dot (and of the apostrophe) are read as such, with a warning. No Unicode normalisation is
 * applied, and every Han character stays as given. Warned about: one-character names, mixed scripts, and
 * U+E863, the obsolete code of 䶮 (ask for U+4DAE). Lenient, spare spaces and invisible marks are dropped.
 * `mask` shows the first character: 欧**.
 *
 * @example
 * ```ts
 * import { personName } from "@shiming/identifiers";
 *
 * const parsed = personName.parse("某某•某一");
 * if (parsed.valid) parsed.value; // "某某·某一"
 * ```
 */
export const personName: IdentifierKind<PersonNameParts> = /* @__PURE__ */ defineKind({
  tidying: nameTidying,
  check,
  canonical: (text) => text,
  parts: (value) => ({ characters: countCodePoints(value), script: scriptOf(value) }),
  warnings,
  mask,
});
