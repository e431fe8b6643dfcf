import { defineKind } from "./define-kind.ts";
import { formCheck, formOf } from "./forms.ts";
import type { Form, FormCheck } from "./forms.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { usualTidying } from "./untidy-characters.ts";

/** Who gets a Chinese passport: citizens, officials of three sorts, permanent residents of Hong Kong and of Macau. */
export type PassportFamily = "ordinary" | "public-affairs" | "service" | "diplomatic" | "hong-kong" | "macau";

/** The parts of a Chinese passport number. */
export interface PassportParts {
  readonly family: PassportFamily;
}

/** Numbers have been given in these forms since the 1990s; no law prints the list. */
const FAMILIES: Readonly<Record<Form, PassportFamily>> = {
  "E########": "ordinary",
  "E*#######": "ordinary",
  "G########": "ordinary",
  "14#######": "ordinary",
  "15#######": "ordinary",
  "PE#######": "public-affairs",
  "P#######": "public-affairs",
  "SE#######": "service",
  "S#######": "service",
  "S########": "service",
  "DE#######": "diplomatic",
  "D#######": "diplomatic",
  "D########": "diplomatic",
  "K########": "hong-kong",
  "KJ#######": "hong-kong",
  "MA#######": "macau",
  "MB#######": "macau",
};
const FORMS: readonly Form[] = /* @__PURE__ */ Object.keys(FAMILIES);

/** The rules of `passport`. */
export const passportFault: FormCheck = /* @__PURE__ */ formCheck(
  FORMS,
  "PASSPORT_LENGTH",
  "PASSPORT_CHARACTER",
);

function familyOf(value: string): PassportFamily {
  return FAMILIES[formOf(value, FORMS) ?? ""] ?? "ordinary";
}

/**
 * The number of a Chinese passport: ordinary ones (E, G, 14, 15), those for public affairs (PE, P), service (SE, S) and
 * diplomats (DE, D), and those of Hong Kong (K, KJ) and Macau (MA, MB).
 *
 * There is no check digit outside the machine-readable zone, so a passing number is no more than well formed. MA and
 * seven digits is also a mainland travel permit. `mask` keeps the first and the last character.
 *
 * @example
 * ```ts
 * import { passport } from "@shiming/identifiers";
 *
 * const parsed = passport.parse("EA0000000");
 * if (parsed.valid) parsed.parts.family; // "ordinary"
 * ```
 */
export const passport: IdentifierKind<PassportParts> = /* @__PURE__ */ defineKind({
  tidying: usualTidying,
  check: passportFault,
  parts: (value) => ({ family: familyOf(value) }),
  mask: (value) => maskMiddle(value, 1, 1),
});
