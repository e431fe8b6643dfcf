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

/** Name fields hold at least this many code points (民委发〔2016〕33号): a floor for fields, and no cap on names. */
const ROOM_OF_FIELDS = 50;

/** Our policy: no name comes near it, and what is longer is a text pasted into the wrong field. */
const LONGEST_NAME = 100;

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
  if (roleOf(codePoint) !== "") return SEPARATOR_FAULT;
  return isRadical(codePoint) ? RADICAL_FAULT : CHARACTER_FAULT;
}

function misfitIn(text: string): Span {
  const misfit = firstMisfit(text);
  return [misfit, misfit + widthAt(text, misfit)];
}

function warnings(text: string): readonly Remark[] {
  const found: Remark[] = [];
  const characters = countCodePoints(text);
  if (characters === 1) found.push({ code: "NAME_ONE_CHARACTER" });
  if (characters > ROOM_OF_FIELDS) found.push({ code: "NAME_LONG" });
  if (scriptOf(text) === "mixed") found.push({ code: "NAME_SCRIPT_MIXED" });
  const obsolete = text.indexOf(String.fromCharCode(OBSOLETE_YAN));
  if (obsolete !== -1) found.push({ code: "NAME_OBSOLETE_CODE", at: () => [obsolete, obsolete + 1] });
  return found;
}

function scriptOf(name: string): PersonNameParts["script"] {
  const roles = new Set(Array.from(name, (character) => roleOf(codePointAt(character, 0))));
  if (!roles.has(HAN)) return "latin";
  return roles.has(LATIN) ? "mixed" : "han";
}

/** A surname is not cut off by guessing, 欧阳 or 欧: one character shows. Of a one-character name, none. */
function mask(name: string): string {
  const hidden = countCodePoints(name) - 1;
  return hidden === 0 ? "*" : name.slice(0, widthAt(name, 0)) + "*".repeat(hidden);
}

/**
 * A person's name as on Chinese identity documents: Han characters with the middle dot of minority names, or
 * Latin words with spaces, hyphens, apostrophes, commas and full stops; at most 100 characters.
 *
 * Look-alikes of the dot (and of the apostrophe) are read as such, with a warning; a full stop behind a Latin letter
 * stays one (JOHN JR.). No Unicode normalisation is applied, and every Han character stays as given. Warned about: names
 * of one character or of more than 50, mixed scripts, and U+E863, the obsolete code of 䶮 (ask for U+4DAE). Lenient,
 * full-width Latin letters are read, and spare spaces and invisible marks dropped. `mask` shows the first character: 欧**.
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
