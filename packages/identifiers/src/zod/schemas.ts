import type { ZodString } from "zod";
import { creditCode as creditCodeKind } from "../credit-code.ts";
import { landlineNumber as landlineNumberKind } from "../landline-number.ts";
import { legacyResidentId as legacyResidentIdKind } from "../legacy-resident-id.ts";
import { mainlandTravelPermit as mainlandTravelPermitKind } from "../mainland-travel-permit.ts";
import { mobileNumber as mobileNumberKind } from "../mobile-number.ts";
import { organisationCode as organisationCodeKind } from "../organisation-code.ts";
import { passport as passportKind } from "../passport.ts";
import { permanentResidentCard as permanentResidentCardKind } from "../permanent-resident-card.ts";
import { personName as personNameKind } from "../person-name.ts";
import { registrationNumber as registrationNumberKind } from "../registration-number.ts";
import { residencePermit as residencePermitKind } from "../residence-permit.ts";
import { residentId as residentIdKind } from "../resident-id.ts";
import { taiwanTravelPermit as taiwanTravelPermitKind } from "../taiwan-travel-permit.ts";
import { taxpayerNumber as taxpayerNumberKind } from "../taxpayer-number.ts";
import { identifierSchema } from "./identifier-schema.ts";

// One schema for each kind, strict, with messages in English; for others call `identifierSchema`.

export const residentId: ZodString = identifierSchema(residentIdKind);
export const legacyResidentId: ZodString = identifierSchema(legacyResidentIdKind);
export const residencePermit: ZodString = identifierSchema(residencePermitKind);
export const permanentResidentCard: ZodString = identifierSchema(permanentResidentCardKind);
export const mainlandTravelPermit: ZodString = identifierSchema(mainlandTravelPermitKind);
export const taiwanTravelPermit: ZodString = identifierSchema(taiwanTravelPermitKind);
export const passport: ZodString = identifierSchema(passportKind);
export const creditCode: ZodString = identifierSchema(creditCodeKind);
export const organisationCode: ZodString = identifierSchema(organisationCodeKind);
export const registrationNumber: ZodString = identifierSchema(registrationNumberKind);
export const taxpayerNumber: ZodString = identifierSchema(taxpayerNumberKind);
export const mobileNumber: ZodString = identifierSchema(mobileNumberKind);
export const landlineNumber: ZodString = identifierSchema(landlineNumberKind);
export const personName: ZodString = identifierSchema(personNameKind);
