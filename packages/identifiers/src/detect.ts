import { creditCode } from "./credit-code.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { landlineNumber } from "./landline-number.ts";
import { legacyResidentId } from "./legacy-resident-id.ts";
import { mainlandTravelPermit } from "./mainland-travel-permit.ts";
import { mobileNumber } from "./mobile-number.ts";
import { organisationCode } from "./organisation-code.ts";
import { passport } from "./passport.ts";
import { permanentResidentCard } from "./permanent-resident-card.ts";
import { personName } from "./person-name.ts";
import { registrationNumber } from "./registration-number.ts";
import { residencePermit } from "./residence-permit.ts";
import { residentId } from "./resident-id.ts";
import { taiwanTravelPermit } from "./taiwan-travel-permit.ts";
import { taxpayerNumber } from "./taxpayer-number.ts";

/** The kinds this package knows, by the names of their exports. */
export type IdentifierName =
  | "residentId"
  | "legacyResidentId"
  | "residencePermit"
  | "permanentResidentCard"
  | "mainlandTravelPermit"
  | "taiwanTravelPermit"
  | "passport"
  | "creditCode"
  | "organisationCode"
  | "registrationNumber"
  | "taxpayerNumber"
  | "mobileNumber"
  | "landlineNumber"
  | "personName";

const KINDS: Readonly<Record<IdentifierName, IdentifierKind<unknown>>> = {
  residentId,
  legacyResidentId,
  residencePermit,
  permanentResidentCard,
  mainlandTravelPermit,
  taiwanTravelPermit,
  passport,
  creditCode,
  organisationCode,
  registrationNumber,
  taxpayerNumber,
  mobileNumber,
  landlineNumber,
  personName,
};

/**
 * Every kind whose `isValid` accepts the input, read strictly and as of today, in the order of `IdentifierName`. Several
 * often do, and the caller decides: a residence permit is also a resident ID, and either a taxpayer number; nothing but
 * length and first characters marks a passport, a travel permit or a landline.
 *
 * @example
 * ```ts
 * import { detect } from "@shiming/identifiers";
 *
 * detect("11010519491231002X"); // ["residentId", "taxpayerNumber"]
 * detect("MA0000000"); // ["mainlandTravelPermit", "passport"]
 * detect("none of them 1"); // []
 * ```
 */
export function detect(input: string): readonly IdentifierName[] {
  // Object.keys forgets the key type of the table.
  const names = Object.keys(KINDS) as IdentifierName[];
  return names.filter((name) => KINDS[name].isValid(input));
}
