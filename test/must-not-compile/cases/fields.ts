import type { Misuse, RightUse, UnseenMisuse } from "../misuse.ts";

/** One vocabulary of fields: a name that is not in it does not compile. */
export const fields: readonly Misuse[] = [
  {
    name: "a misspelt required field",
    code: `return definePurpose({ ...parts, id: "p", required: ["mobile-nubmer"] });`,
    error: "TS2820",
    mentions: `"mobile-nubmer"`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "a misspelt optional field",
    code: `return definePurpose({ ...parts, id: "p", required: ["name"], optional: ["contact"] });`,
    error: "TS2820",
    mentions: `"contact"`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "a field of the app's own without the prefix",
    code: `return definePurpose({ ...parts, id: "p", required: ["nickname"] });`,
    error: "TS2322",
    mentions: `'"nickname"' is not assignable to type 'Field'`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "a field of the app's own with another prefix",
    code: `return definePurpose({ ...parts, id: "p", required: ["my:nickname"] });`,
    error: "TS2322",
    mentions: `'"my:nickname"' is not assignable to type 'Field'`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "a field in capitals",
    code: `return definePurpose({ ...parts, id: "p", required: ["NAME"] });`,
    error: "TS2820",
    mentions: `"NAME"`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "the name of a part of a check for a field",
    code: `return definePurpose({ ...parts, id: "p", required: ["idNumber"] });`,
    error: "TS2322",
    mentions: `'"idNumber"' is not assignable to type 'Field'`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "a required field that is an object",
    code: `return definePurpose({ ...parts, id: "p", required: [{ field: "name" }] });`,
    error: "TS2322",
    mentions: "is not assignable to type 'Field'",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "required fields as a text",
    code: `return definePurpose({ ...parts, id: "p", required: "name" });`,
    error: "TS2322",
    mentions: "'string' is not assignable to type 'readonly Field[]'",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "a purpose without required fields",
    code: `return definePurpose({ ...parts, id: "p", optional: ["name"] });`,
    error: "TS2345",
    mentions: "Property 'required' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "a label of an own field without the prefix",
    code: `return defineApp({ ...app, fields: { nickname: { en: "Nickname", zh: "昵称", sensitive: false } } });`,
    error: "TS2353",
    mentions: "'nickname' does not exist",
    atRunTime: { refused: "INVALID_OPTION", at: "app.fields" },
  },
  {
    name: "the label of a misspelt field",
    code: `return app.label("mobile-nubmer");`,
    error: "TS2345",
    mentions: `"mobile-nubmer"`,
    atRunTime: { refused: "INVALID_OPTION", at: "app.fields" },
  },
  {
    name: "the use of a misspelt field",
    code: `return consent.authorize(await grantOf("name"), { fields: ["nmae"], recipient: "acme" });`,
    error: "TS2322",
    mentions: `"nmae"`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "nmae" },
  },
  {
    name: "a use that does not say for whom",
    code: `return consent.authorize(await grantOf("name"), { fields: ["name"] });`,
    error: "TS2741",
    mentions: "Property 'recipient' is missing",
    atRunTime: { refused: "CONSENT_REQUIRED", at: "name" },
  },
  {
    name: "a use of one field, not as a list",
    code: `return consent.authorize(await grantOf("name"), { fields: "name", recipient: "acme" });`,
    error: "TS2322",
    mentions: "'string' is not assignable to type 'readonly Field[]'",
    atRunTime: { refused: "TypeError" },
  },
  {
    name: "a misspelt part of a check",
    code: `
      const grant = await grantOf("name", "id-document-number");
      return verifier.verify({ kind: "resident-id", name: "某一一", idnumber: "110000190101010001" }, { grant });`,
    error: "TS2561",
    mentions: "idNumber",
    atRunTime: { refused: "INVALID_INPUT", at: "check" },
  },
  {
    name: "a check without a part that its kind needs",
    code: `return verifier.verify({ kind: "resident-id", name: "某一一" }, { grant: await grantOf("name", "id-document-number") });`,
    error: "TS2345",
    mentions: "idNumber",
    atRunTime: { refused: "INVALID_INPUT", at: "check.idNumber" },
  },
  {
    name: "a kind of check that does not exist",
    code: `return verifier.verify({ kind: "passport", name: "某一一" }, { grant: await grantOf("name") });`,
    error: "TS2322",
    mentions: `'"passport"' is not assignable to type`,
    atRunTime: { refused: "INVALID_INPUT", at: "check.kind" },
  },
  {
    name: "a carrier that does not exist",
    code: `
      const check = { kind: "phone-possession", token: "opaque-token", operator: "CBN" } as const;
      return verifier.verify(check, { grant: await grantOf("one-tap-token") });`,
    error: "TS2345",
    mentions: `'"CBN"' is not assignable to type`,
    atRunTime: { refused: "INVALID_INPUT", at: "check.operator" },
  },
  {
    name: "a number where a text is wanted",
    code: `return verifier.verify({ ...phone, phone: 16400000001 }, { grant: await grantOf("mobile-number", "name") });`,
    error: "TS2322",
    mentions: "'number' is not assignable to type 'string'",
    atRunTime: { refused: "INVALID_INPUT", at: "check.phone" },
  },
];

export const ownFields: readonly RightUse[] = [
  {
    name: "a field of the app's own",
    code: `return definePurpose({ ...parts, id: "p", required: ["app:nickname"] }).required;`,
    gives: ["app:nickname"],
  },
  {
    name: "a label of an own field",
    code: `return defineApp({ ...app, fields: { "app:nickname": { en: "Nickname", zh: "昵称", sensitive: false } } }).label("app:nickname").en;`,
    gives: "Nickname",
  },
];

export const doubtfulFields: readonly UnseenMisuse[] = [
  {
    name: "a part that the kind of check does not have",
    code: `
      const grant = await grantOf("name", "id-document-number", "mobile-number");
      return verifier.verify({ ...person, phone: "16400000001" }, { grant });`,
    atRunTime: { refused: "INVALID_INPUT", at: "check" },
  },
  {
    name: "a field that is required and optional at once",
    code: `return definePurpose({ ...parts, id: "p", required: ["name"], optional: ["name"] });`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.optional" },
  },
  {
    name: "a purpose of no field",
    code: `return definePurpose({ ...parts, id: "p", required: [] });`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "an own field with nothing after the prefix",
    code: `return definePurpose({ ...parts, id: "p", required: ["app:"] });`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.required" },
  },
  {
    name: "a basic function on consent that requires what it does not need",
    code: `
      const greedy = definePurpose({ ...parts, id: "greedy", required: ["contacts"], basis: { article: "13.1" } });
      return consent.notice(greedy, "zh");`,
    atRunTime: { refused: "FIELD_NOT_NECESSARY", at: "contacts" },
  },
];
