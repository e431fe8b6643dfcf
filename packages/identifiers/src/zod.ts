export { identifierSchema } from "./zod/identifier-schema.ts";
export type { IdentifierSchemaOptions } from "./zod/identifier-schema.ts";
export {
  creditCode,
  landlineNumber,
  legacyResidentId,
  mainlandTravelPermit,
  mobileNumber,
  organisationCode,
  passport,
  permanentResidentCard,
  personName,
  registrationNumber,
  residencePermit,
  residentId,
  taiwanTravelPermit,
  taxpayerNumber,
} from "./zod/schemas.ts";
