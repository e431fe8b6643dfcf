import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import { formCheck } from "./forms.ts";
import type { Form } from "./forms.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { isOrganisationCodeCheckRight, isUserDefined } from "./organisation-code-check.ts";
import type { Tidying } from "./tidying.ts";
import { usualTidying } from "./untidy-characters.ts";

/** The parts of an organisation code (GB 11714-1997). */
export interface OrganisationCodeParts {
  /** Eight digits and letters. */
  readonly body: string;
  /** "0" to "9" or "X". */
  readonly checkCharacter: string;
}

const BODY_LENGTH = 8;

const FORMS: readonly Form[] = ["&&&&&&&&%"];

const checkForm = /* @__PURE__ */ formCheck(FORMS, "ORGANISATION_CODE_LENGTH", "ORGANISATION_CODE_CHARACTER");
const CHECK_FAULT: Remark = { code: "ORGANISATION_CODE_CHECK", at: () => [BODY_LENGTH, BODY_LENGTH + 1] };
const USER_DEFINED: Remark = { code: "ORGANISATION_CODE_USER_DEFINED", at: () => [0, BODY_LENGTH] };

/** The rules of `organisationCode`, for a text without hyphen. */
export function organisationCodeFault(text: string): Remark | undefined {
  return checkForm(text) ?? (isOrganisationCodeCheckRight(text, 0) ? undefined : CHECK_FAULT);
}

/** The standard prints a hyphen before the check character; machines leave it out. */
const tidying: Tidying = (text, index) =>
  index === BODY_LENGTH && text[index] === "-" ? [""] : usualTidying(text, index);

/**
 * The nine-character code of an organisation (GB 11714-1997), since 2015 part of its unified social credit code.
 *
 * Checked: length, characters and check character. The hyphen that the standard prints before the last character may
 * be there or not; the canonical form has none. Characters whose values are 11, 22 or 33 apart, such as 0 and B or A and
 * L, can stand for each other unnoticed, and 1 and X trade places at the end; the credit code around it would notice.
 * Warned about: PDY00001 to PDY99999, which users give out for purposes of their own. `mask` keeps the first and the
 * last two characters.
 *
 * @example
 * ```ts
 * import { organisationCode } from "@shiming/identifiers";
 *
 * const parsed = organisationCode.parse("D2143569-X");
 * if (parsed.valid) parsed.value; // "D2143569X"
 * ```
 */
export const organisationCode: IdentifierKind<OrganisationCodeParts> = /* @__PURE__ */ defineKind({
  tidying,
  check: organisationCodeFault,
  parts: (value) => ({ body: value.slice(0, BODY_LENGTH), checkCharacter: value.slice(BODY_LENGTH) }),
  warnings: (text) => (isUserDefined(text.toUpperCase().slice(0, BODY_LENGTH)) ? [USER_DEFINED] : []),
  mask: (value) => maskMiddle(value, 2, 2),
});
