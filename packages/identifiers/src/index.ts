export { ageOn } from "./age-on.ts";
export type { AgeOptions, AgeRule } from "./age-on.ts";
export { CivilDateError } from "./civil-date-error.ts";
export type { CivilDateErrorCode, DateField } from "./civil-date-error.ts";
export { creditCode } from "./credit-code.ts";
export type { CreditCodeParts } from "./credit-code.ts";
export { detect } from "./detect.ts";
export type { IdentifierName } from "./detect.ts";
export { findingCodes } from "./finding-codes.ts";
export type { FindingCode } from "./finding-codes.ts";
export type { Finding, IdentifierKind, Parsed, ParseOptions, Span } from "./identifier-kind.ts";
export { landlineNumber } from "./landline-number.ts";
export type { LandlineClass, LandlineNumberParts } from "./landline-number.ts";
export { legacyResidentId } from "./legacy-resident-id.ts";
export type { LegacyResidentIdParts } from "./legacy-resident-id.ts";
export { mainlandTravelPermit } from "./mainland-travel-permit.ts";
export type { MainlandTravelPermitParts } from "./mainland-travel-permit.ts";
export { mobileNumber } from "./mobile-number.ts";
export type { MobileNumberParts } from "./mobile-number.ts";
export type { MobileClass, OriginalCarrier } from "./mobile-segments.ts";
export { isKnownNationality } from "./nationalities.ts";
export { organisationCode } from "./organisation-code.ts";
export type { OrganisationCodeParts } from "./organisation-code.ts";
export { passport } from "./passport.ts";
export type { PassportFamily, PassportParts } from "./passport.ts";
export { permanentResidentCard } from "./permanent-resident-card.ts";
export type {
  PermanentResidentCard2017Parts,
  PermanentResidentCard2023Parts,
  PermanentResidentCardParts,
} from "./permanent-resident-card.ts";
export { personName } from "./person-name.ts";
export type { PersonNameParts } from "./person-name.ts";
export { addRegionCodes, isKnownRegion } from "./region-codes.ts";
export { RegionError } from "./region-error.ts";
export type { RegionErrorCode, RegionField } from "./region-error.ts";
export { registrationNumber } from "./registration-number.ts";
export type { RegistrationNumberParts } from "./registration-number.ts";
export { residencePermit } from "./residence-permit.ts";
export type { ResidencePermitParts } from "./residence-permit.ts";
export { residentId } from "./resident-id.ts";
export type { ResidentIdParts } from "./resident-id.ts";
export { taiwanTravelPermit } from "./taiwan-travel-permit.ts";
export type { TaiwanTravelPermitParts } from "./taiwan-travel-permit.ts";
export { taxpayerNumber } from "./taxpayer-number.ts";
export type { TaxpayerForm, TaxpayerNumberParts } from "./taxpayer-number.ts";
export { addWorkingDays, isWorkingDay } from "./working-day.ts";
export type { WorkingDay, WorkingDaysEnd } from "./working-day.ts";
