import { defineKind } from "./define-kind.ts";
import { formCheck } from "./forms.ts";
import type { Form, FormCheck } from "./forms.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { usualTidying } from "./untidy-characters.ts";

/** The parts of a mainland travel permit number. */
export interface MainlandTravelPermitParts {
  /** Where its holder is a permanent resident. */
  readonly issuedFor: "hong-kong" | "macau";
  /** Whether the holder is a Chinese citizen: permits of other permanent residents start with HA or MA. */
  readonly holder: "chinese" | "non-chinese";
  /** The nine characters that stay with a person through all renewals. */
  readonly lifetimeNumber: string;
  /** How often it was renewed, 0 for the first one; absent where the card prints the count apart. */
  readonly renewalCount?: number;
}

const LIFETIME_LENGTH = 9;

const FORMS: readonly Form[] = [
  "H########",
  "M########",
  "H##########",
  "M##########",
  "HA#######",
  "MA#######",
];

/** The rules of `mainlandTravelPermit`. */
export const mainlandTravelPermitFault: FormCheck = /* @__PURE__ */ formCheck(
  FORMS,
  "MAINLAND_PERMIT_LENGTH",
  "MAINLAND_PERMIT_CHARACTER",
);

/**
 * The number of the permit with which residents of Hong Kong and Macau travel to the mainland (回乡证): H or M and eight
 * digits for life (Ministry of Public Security, 2010-03-10), followed on older cards by a two-digit count of renewals;
 * for permanent residents who are not Chinese citizens HA or MA and seven digits, since 2024-07-10.
 *
 * It has no check digit, so a passing number is no more than well formed. MA and seven digits is also a Macau passport.
 * `mask` keeps the first and the last character.
 *
 * @example
 * ```ts
 * import { mainlandTravelPermit } from "@shiming/identifiers";
 *
 * const parsed = mainlandTravelPermit.parse("H0000000002");
 * if (parsed.valid) parsed.parts.lifetimeNumber; // "H00000000"
 * ```
 */
export const mainlandTravelPermit: IdentifierKind<MainlandTravelPermitParts> = /* @__PURE__ */ defineKind({
  tidying: usualTidying,
  check: mainlandTravelPermitFault,
  parts: (value) => ({
    issuedFor: value.startsWith("H") ? "hong-kong" : "macau",
    holder: value.charAt(1) === "A" ? "non-chinese" : "chinese",
    lifetimeNumber: value.slice(0, LIFETIME_LENGTH),
    ...(value.length > LIFETIME_LENGTH && { renewalCount: Number(value.slice(LIFETIME_LENGTH)) }),
  }),
  mask: (value) => maskMiddle(value, 1, 1),
});
