import { firstNonDigit } from "./ascii.ts";
import { creditCodeFault, creditCodeWarnings } from "./credit-code.ts";
import { defineKind } from "./define-kind.ts";
import type { KindRules, Remark } from "./define-kind.ts";
import { formCheck } from "./forms.ts";
import type { Form } from "./forms.ts";
import type { IdentifierKind, ParseOptions } from "./identifier-kind.ts";
import { legacyResidentIdFault } from "./legacy-resident-id.ts";
import { mainlandTravelPermitFault } from "./mainland-travel-permit.ts";
import { maskMiddle } from "./mask.ts";
import { organisationCodeFault } from "./organisation-code.ts";
import { passportFault } from "./passport.ts";
import { permanentResidentCardFault } from "./permanent-resident-card.ts";
import { regionWarning } from "./region-warning.ts";
import { residentIdFault } from "./resident-id.ts";
import { taiwanTravelPermitFault } from "./taiwan-travel-permit.ts";
import type { Tidying } from "./tidying.ts";
import { usualTidying } from "./untidy-characters.ts";

/**
 * What a taxpayer number is made of:
 *
 * - `credit-code`: a unified social credit code (18)
 * - `organisation`: a region and an organisation code, from before the credit code (15)
 * - `resident-id`: the resident ID or residence permit number of a person (18), or a legacy one (15)
 * - `resident-id-and-sequence`: the same and two digits, for the business of a person (20 and 17)
 * - `document-and-sequence`: the number of a permanent resident card, a travel permit or a Chinese passport, and two
 *   digits (10 to 13, 17 and 20)
 */
export type TaxpayerForm =
  "credit-code" | "organisation" | "resident-id" | "resident-id-and-sequence" | "document-and-sequence";

/** The parts of a taxpayer number. */
export interface TaxpayerNumberParts {
  readonly form: TaxpayerForm;
  /** The credit code, organisation code, resident ID or number of another document in it. */
  readonly base: string;
  /** Six digits before the base, "" but for the form `organisation`. */
  readonly regionCode: string;
  /** Two digits behind the base, "" but for the forms that end in a sequence. */
  readonly sequence: string;
}

type Rules = KindRules<unknown>;

/** One way to make a taxpayer number: where its base lies, with digits around it, and the rules of that. */
interface Recipe {
  readonly form: TaxpayerForm;
  readonly length: number;
  readonly base: readonly [start: number, end: number];
  readonly fault: Rules["check"];
  /** Default: the number starts with a region. */
  readonly warnings?: Rules["warnings"];
}

const CREDIT_CODE: Recipe = {
  form: "credit-code",
  length: 18,
  base: [0, 18],
  fault: creditCodeFault,
  warnings: creditCodeWarnings,
};

/** Announcement 2015 no. 66 of the State Taxation Administration, and 税总发〔2013〕41号 for what it left as it was. */
const RECIPES: readonly Recipe[] = [
  CREDIT_CODE,
  { form: "resident-id", length: 18, base: [0, 18], fault: residentIdFault },
  { form: "organisation", length: 15, base: [6, 15], fault: organisationCodeFault },
  { form: "resident-id", length: 15, base: [0, 15], fault: legacyResidentIdFault },
  { form: "resident-id-and-sequence", length: 20, base: [0, 18], fault: residentIdFault },
  { form: "resident-id-and-sequence", length: 17, base: [0, 15], fault: legacyResidentIdFault },
  { form: "document-and-sequence", length: 10, base: [0, 8], fault: documentFault, warnings: none },
  { form: "document-and-sequence", length: 11, base: [0, 9], fault: documentFault, warnings: none },
  { form: "document-and-sequence", length: 13, base: [0, 11], fault: documentFault, warnings: none },
  { form: "document-and-sequence", length: 17, base: [0, 15], fault: documentFault, warnings: none },
  { form: "document-and-sequence", length: 20, base: [0, 18], fault: documentFault, warnings: none },
];

/** These numbers have no region. */
function none(): readonly Remark[] {
  return [];
}

/** What no permanent resident card, passport or travel permit has for a number. */
function documentFault(text: string, asOf: string | undefined): Remark | undefined {
  const isOfCard = !permanentResidentCardFault(text, asOf);
  return isOfCard || !passportFault(text) || !mainlandTravelPermitFault(text)
    ? undefined
    : taiwanTravelPermitFault(text);
}

const FORMS: readonly Form[] = /* @__PURE__ */ [10, 11, 13, 15, 17, 18, 20].map((length) =>
  "&".repeat(length),
);

/** Where the standard prints a hyphen in the organisation code behind a region (GB 11714-1997), and the length with it. */
const HYPHEN_INDEX = 14;
const HYPHENATED_LENGTH = 16;

/** As for `organisationCode`, the hyphen may be there or not. */
const tidying: Tidying = (text, index) =>
  index === HYPHEN_INDEX && text.length === HYPHENATED_LENGTH && text[index] === "-"
    ? [""]
    : usualTidying(text, index);

const checkForm = /* @__PURE__ */ formCheck(FORMS, "TAXPAYER_LENGTH", "TAXPAYER_CHARACTER");
const CHECK_FAULT: Remark = { code: "TAXPAYER_CHECK" };

function check(text: string, asOf: string | undefined): Remark | undefined {
  return checkForm(text) ?? (recipeOf(text, asOf) ? undefined : CHECK_FAULT);
}

function recipeOf(text: string, asOf: string | undefined): Recipe | undefined {
  return RECIPES.find(({ length, base: [start, end], fault }) => {
    if (text.length !== length || fault(text.slice(start, end), asOf)) return false;
    return firstNonDigit(text, 0, start) === -1 && firstNonDigit(text, end, length) === -1;
  });
}

/** Parts are of accepted numbers, on whatever day they were accepted. */
const EVERY_DATE_HAS_COME = "9999-12-31";

function parts(value: string): TaxpayerNumberParts {
  const { form, base } = recipeOf(value, EVERY_DATE_HAS_COME) ?? CREDIT_CODE;
  const [start, end] = base;
  return {
    form,
    base: value.slice(start, end),
    regionCode: value.slice(0, start),
    sequence: value.slice(end),
  };
}

function warnings(text: string, options: ParseOptions | undefined): readonly Remark[] {
  const recipe = recipeOf(text, EVERY_DATE_HAS_COME);
  return recipe?.warnings?.(text, options) ?? regionWarning(text, 0, options);
}

/**
 * The number by which the tax authority knows an organisation or a person (纳税人识别号), of 10 to 20 characters: made
 * of a credit code, an organisation code, a resident ID or the number of another document. `parts.form` tells which;
 * where a number fits several forms, the one named first in `TaxpayerForm`.
 *
 * Checked: whatever the number inside is checked for. A form whose base fails is none, so a slip in it is reported as
 * `TAXPAYER_CHECK` without a place. The hyphen in a printed organisation code may be there or not (110105D2143569-X). Not
 * read: numbers made of a foreign passport or of an old Taiwan travel permit with its letter in brackets, and those that
 * start with L, which the authority keeps to itself. `mask` keeps the first and the last character.
 *
 * @example
 * ```ts
 * import { taxpayerNumber } from "@shiming/identifiers";
 *
 * const parsed = taxpayerNumber.parse("91350100M000100Y43");
 * if (parsed.valid) parsed.parts.form; // "credit-code"
 * ```
 */
export const taxpayerNumber: IdentifierKind<TaxpayerNumberParts> = /* @__PURE__ */ defineKind({
  tidying,
  check,
  parts,
  warnings,
  mask: (value) => maskMiddle(value, 1, 1),
});
