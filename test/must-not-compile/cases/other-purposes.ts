import type { Misuse, UnseenMisuse } from "../misuse.ts";

/** Consent for one purpose is none for another (PIPL 14). */
export const otherPurposes: readonly Misuse[] = [
  {
    name: "a grant of another purpose",
    code: `return verifier.verify(person, { grant: await consent.grant(signUp, SUBJECT) });`,
    error: "TS2322",
    mentions: `Property '"id-document-number"' is missing`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "id-document-number" },
  },
  {
    name: "a grant of a purpose with none of the fields",
    code: `
      const grant: ConsentGrant<"contact-details"> = await grantOf("contact-details");
      return verifier.verify(person, { grant });`,
    error: "TS2322",
    mentions: `missing the following properties from type '{ readonly "id-document-number": true; readonly name: true; }'`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "id-document-number" },
  },
  {
    name: "a grant of nothing",
    code: `
      const nothing: ConsentGrant = await grantOf();
      return verifier.verify(phone, { grant: nothing });`,
    error: "TS2322",
    mentions: `missing the following properties from type '{ readonly "mobile-number": true; readonly name: true; }'`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "mobile-number" },
  },
  {
    name: "either of two grants",
    code: `
      const grant = SUBJECT.length > 0 ? await grantOf("name") : await grantOf("name", "id-document-number");
      return verifier.verify(person, { grant });`,
    error: "TS2322",
    mentions: `Property '"id-document-number"' is missing`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "id-document-number" },
  },
  {
    name: "a check whose kind is not known, under a grant for one kind",
    code: `
      const check: Check = JSON.parse(JSON.stringify(phone));
      return verifier.verify(check, { grant: await grantOf("name", "id-document-number") });`,
    error: "TS2322",
    mentions: `"mobile-number"`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "mobile-number" },
  },
  {
    name: "a check that may have an ID number, under a grant without it",
    code: `
      const check: PhoneCheck = phoneWithId;
      return verifier.verify(check, { grant: await grantOf("mobile-number", "name") });`,
    error: "TS2322",
    mentions: `Property '"id-document-number"' is missing`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "id-document-number" },
  },
  {
    name: "a purpose in the place of one with more fields",
    code: `
      const wider: Purpose<"mobile-number" | "name" | "id-document-number", never> = await Promise.resolve(newsletter);
      return verifier.verify(phoneWithId, { grant: await consent.grant(wider, SUBJECT) });`,
    error: "TS2375",
    mentions: `'"contact-details"' is not assignable to type '"id-document-number" | "mobile-number" | "name"'`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "contact-details" },
  },
  {
    name: "a purpose by its id",
    code: `return consent.grant("sign-up", SUBJECT);`,
    error: "TS2345",
    mentions: `'string' is not assignable to parameter of type 'Purpose<`,
    atRunTime: { refused: "INVALID_INPUT", at: "purpose" },
  },
  {
    name: "a purpose that was not defined but written",
    code: `return consent.grant({ id: "sign-up", required: ["name"], optional: [] }, SUBJECT);`,
    error: "TS2740",
    mentions: `is missing the following properties from type 'Purpose<`,
    atRunTime: { refused: "INVALID_INPUT", at: "purpose" },
  },
  {
    name: "a grant without a person",
    code: `return consent.grant(signUp);`,
    error: "TS2554",
    mentions: "Expected 2-3 arguments, but got 1",
    atRunTime: { refused: "INVALID_INPUT", at: "subject" },
  },
  {
    name: "a grant for a person with a number for an id",
    code: `return consent.grant(signUp, 4711);`,
    error: "TS2345",
    mentions: `'number' is not assignable to parameter of type 'string'`,
    atRunTime: { refused: "INVALID_INPUT", at: "subject" },
  },
];

/** The types do not know people, recipients and times. */
export const otherPeople: readonly UnseenMisuse[] = [
  {
    name: "a grant for a person who was never asked",
    code: `return consent.grant(signUp, "account-of-someone-else");`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "mobile-number" },
  },
  {
    name: "a grant for a purpose that nobody was asked about",
    code: `return consent.grant(newsletter, SUBJECT);`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "contact-details" },
  },
  {
    name: "a grant asked for an optional field that the person left out",
    code: `return consent.grant(signUp, SUBJECT, { optional: ["contacts"] });`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "contacts" },
  },
  {
    name: "a recipient that the notice does not name",
    code: `return consent.authorize(await grantOf("name"), { fields: ["name"], recipient: "somebody" });`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "name" },
  },
  {
    name: "a form under the grant of another purpose",
    code: `return consent.collect(signUp, { name: "某一一" }, await grantOf("name")).data;`,
    atRunTime: { gives: {}, because: "the field is among `blocked`" },
  },
];
