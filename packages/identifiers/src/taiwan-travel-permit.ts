import { defineKind } from "./define-kind.ts";
import { formCheck } from "./forms.ts";
import type { Form, FormCheck } from "./forms.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { usualTidying } from "./untidy-characters.ts";

/** The parts of a Taiwan travel permit number. */
export interface TaiwanTravelPermitParts {
  /** The eight digits that stay with a person through all renewals. */
  readonly lifetimeNumber: string;
  /** How often a permit was issued; absent from numbers of eight digits. */
  readonly issueCount?: number;
  /** The letter of the issuing office; absent from numbers of eight digits. */
  readonly issuer?: string;
}

const LIFETIME_LENGTH = 8;

const FORMS: readonly Form[] = ["########", "##########(@)"];

/** The rules of `taiwanTravelPermit`. */
export const taiwanTravelPermitFault: FormCheck = /* @__PURE__ */ formCheck(
  FORMS,
  "TAIWAN_PERMIT_LENGTH",
  "TAIWAN_PERMIT_CHARACTER",
);

/**
 * The number of the permit with which residents of Taiwan travel to the mainland (台胞证): eight digits for life since
 * 2008-09-25; before that followed by a two-digit count of issues and the letter of the issuing office in brackets.
 *
 * It has no check digit, so a passing number is no more than well formed. `mask` keeps the first and the last character.
 *
 * @example
 * ```ts
 * import { taiwanTravelPermit } from "@shiming/identifiers";
 *
 * const parsed = taiwanTravelPermit.parse("0000000001(B)");
 * if (parsed.valid) parsed.parts.lifetimeNumber; // "00000000"
 * ```
 */
export const taiwanTravelPermit: IdentifierKind<TaiwanTravelPermitParts> = /* @__PURE__ */ defineKind({
  tidying: usualTidying,
  check: taiwanTravelPermitFault,
  parts: (value) => ({
    lifetimeNumber: value.slice(0, LIFETIME_LENGTH),
    ...(value.length > LIFETIME_LENGTH && {
      issueCount: Number(value.slice(LIFETIME_LENGTH, LIFETIME_LENGTH + 2)),
      issuer: value.charAt(11),
    }),
  }),
  mask: (value) => maskMiddle(value, 1, 1),
});
