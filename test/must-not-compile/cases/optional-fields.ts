import type { Misuse, RightUse } from "../misuse.ts";

/** A field that a person may leave out is in a grant only where the grant was asked for it. */
export const optionalFields: readonly Misuse[] = [
  {
    name: "an optional field that the grant was not asked for",
    code: `return verifier.verify(phoneWithId, { grant: await consent.grant(signUp, SUBJECT) });`,
    error: "TS2322",
    mentions: `Property '"id-document-number"' is missing`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "id-document-number" },
  },
  {
    name: "an optional field that the grant was not asked for, in a variable",
    code: `
      const grant: ConsentGrant<"mobile-number" | "name" | "id-document-number"> = await consent.grant(signUp, SUBJECT);
      return verifier.verify(phoneWithId, { grant });`,
    error: "TS2322",
    mentions: `Property '"id-document-number"' is missing`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "id-document-number" },
  },
  {
    name: "another optional field than the grant was asked for",
    code: `
      const grant = await consent.grant(signUp, SUBJECT, { optional: ["contacts"] });
      return verifier.verify(phoneWithId, { grant });`,
    error: "TS2322",
    mentions: `Property '"id-document-number"' is missing`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "contacts" },
  },
  {
    name: "an empty list of optional fields",
    code: `
      const grant = await consent.grant(signUp, SUBJECT, { optional: [] });
      return verifier.verify(phoneWithId, { grant });`,
    error: "TS2322",
    mentions: `Property '"id-document-number"' is missing`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "id-document-number" },
  },
  {
    name: "a grant asked for a field that the purpose does not have",
    code: `return consent.grant(signUp, SUBJECT, { optional: ["location"] });`,
    error: "TS2322",
    mentions: `'"location"' is not assignable to type '"contacts" | "id-document-number"'`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "location" },
  },
  {
    name: "a grant asked for a misspelt optional field",
    code: `return consent.grant(signUp, SUBJECT, { optional: ["contact"] });`,
    error: "TS2820",
    mentions: `'"contact"' is not assignable to type '"contacts" | "id-document-number"'`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "contact" },
  },
  {
    name: "a grant asked for a required field as an optional one",
    code: `
      const grant = await consent.grant(signUp, SUBJECT, { optional: ["name"] });
      return grant.purposeId;`,
    error: "TS2322",
    mentions: `'"name"' is not assignable to type '"contacts" | "id-document-number"'`,
    atRunTime: { gives: "sign-up", because: "every grant of the purpose covers its required fields" },
  },
  {
    name: "optional fields as a text in place of a list",
    code: `return consent.grant(signUp, SUBJECT, { optional: "id-document-number" });`,
    error: "TS2322",
    mentions: `'string' is not assignable to type 'readonly never[]'`,
    atRunTime: { refused: "CONSENT_REQUIRED" },
  },
  {
    name: "optional: true for all of them",
    code: `return consent.grant(signUp, SUBJECT, { optional: true });`,
    error: "TS2322",
    mentions: `'boolean' is not assignable to type 'readonly never[]'`,
    atRunTime: { refused: "TypeError" },
  },
  {
    name: "an optional field of a purpose that has none",
    code: `return consent.grant(newsletter, SUBJECT, { optional: ["gender"] });`,
    error: "TS2322",
    mentions: `'string' is not assignable to type 'never'`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "gender" },
  },
  {
    name: "an unknown option of a grant",
    code: `
      const grant = await consent.grant(signUp, SUBJECT, { fields: ["id-document-number"] });
      return consent.authorize(grant, { fields: ["id-document-number"], recipient: "acme" });`,
    error: "TS2353",
    mentions: `'fields' does not exist in type 'GrantOptions`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "id-document-number" },
  },
  {
    name: "a lifetime of a grant as a text",
    code: `return consent.grant(signUp, SUBJECT, { lifetimeMs: "60000" });`,
    error: "TS2322",
    mentions: `'string' is not assignable to type 'number'`,
    atRunTime: { refused: "INVALID_OPTION", at: "grant.lifetimeMs" },
  },
  {
    name: "an act that chooses a required field",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice, decision: "given", optional: ["name"] });`,
    error: "TS2322",
    mentions: `'"name"' is not assignable to type '"contacts" | "id-document-number"'`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.optional" },
  },
  {
    name: "an act that chooses a field that the purpose does not have",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice, decision: "given", optional: ["location"] });`,
    error: "TS2322",
    mentions: `'"location"' is not assignable to type '"contacts" | "id-document-number"'`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.optional" },
  },
  {
    name: "an act that chooses by a text in place of a list",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice, decision: "given", optional: "contacts" });`,
    error: "TS2322",
    mentions: `'string' is not assignable to type 'readonly ("contacts" | "id-document-number")[]'`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.optional" },
  },
  {
    name: "an act that ticks a field by itself",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice, decision: "given", optional: [{ field: "contacts", ticked: true }] });`,
    error: "TS2322",
    mentions: `is not assignable to type '"contacts" | "id-document-number"'`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.optional" },
  },
];

export const optionalFieldsAsked: readonly RightUse[] = [
  {
    name: "an optional field that the person gave and the grant was asked for",
    code: `
      const grant = await consent.grant(signUp, SUBJECT, { optional: ["id-document-number"] });
      const outcome = await verifier.verify(phoneWithId, { grant });
      return outcome.status;`,
    gives: "match",
  },
  {
    name: "an act that chooses one of the optional fields",
    code: `
      const act = await consent.record({ purpose: signUp, subject: SUBJECT, notice, decision: "given", optional: ["contacts"] });
      return act.refused;`,
    gives: ["id-document-number"],
  },
];
