import type { Misuse, RightUse, UnseenMisuse } from "../misuse.ts";

const collect = (input: string): string =>
  `const { data, blocked } = consent.collect(signUp, ${input}, await consent.grant(signUp, SUBJECT));`;

/** What `collect` gives is named by the purpose, and no more certain than the form. */
export const collectedData: readonly Misuse[] = [
  {
    name: "a collected field that the purpose does not have",
    code: `
      ${collect(`{ name: "某一一", location: "somewhere" }`)}
      return [data.location, blocked];`,
    error: "TS2339",
    mentions: "Property 'location' does not exist on type",
    atRunTime: {
      gives: [undefined, [{ field: "location", reason: "not-in-purpose" }]],
      because: "the value is absent",
    },
  },
  {
    name: "a collected field by a computed name",
    code: `
      ${collect(`{ "face-image": "aW1hZ2U=" }`)}
      return [data["face-image"], blocked];`,
    error: "TS7053",
    mentions: "Property 'face-image' does not exist on type",
    atRunTime: {
      gives: [undefined, [{ field: "face-image", reason: "not-in-purpose" }]],
      because: "the value is absent",
    },
  },
  {
    name: "a collected field in another spelling",
    code: `
      ${collect(`{ "mobile-number": "16400000001" }`)}
      return [data.mobileNumber, blocked];`,
    error: "TS2551",
    mentions: `Did you mean 'mobile-number'?`,
    atRunTime: { gives: [undefined, []], because: "the value is absent under this name" },
  },
  {
    name: "a collected field taken out by name that the purpose does not have",
    code: `
      ${collect(`{ photos: "aW1hZ2U=" }`)}
      const { photos } = data;
      return [photos, blocked];`,
    error: "TS2339",
    mentions: "Property 'photos' does not exist on type",
    atRunTime: {
      gives: [undefined, [{ field: "photos", reason: "not-in-purpose" }]],
      because: "the value is absent",
    },
  },
  {
    name: "a collected field that the person may have left out",
    code: `
      ${collect(`{ contacts: "某一二" }`)}
      const contacts: string = data.contacts;
      return [contacts, blocked];`,
    error: "TS2322",
    mentions: "'string | undefined' is not assignable to type 'string'",
    atRunTime: {
      gives: [undefined, [{ field: "contacts", reason: "not-granted" }]],
      because: "the value is absent",
    },
  },
  {
    name: "the length of a collected field that may be absent",
    code: `
      ${collect(`{ contacts: "某一二" }`)}
      return [data.contacts.length, blocked];`,
    error: "TS18048",
    mentions: `'data.contacts' is possibly 'undefined'`,
    atRunTime: { refused: "TypeError" },
  },
  {
    name: "a required field that the form may not have",
    code: `
      ${collect(`JSON.parse("{}") as Record<string, string>`)}
      const name: string = data.name;
      return [name, blocked];`,
    error: "TS2322",
    mentions: "'string | undefined' is not assignable to type 'string'",
    atRunTime: { gives: [undefined, []], because: "the form did not have it" },
  },
  {
    name: "a collected value of a form of unknown values as a text",
    code: `
      ${collect(`JSON.parse("{}") as Record<string, unknown>`)}
      const name: string = data.name;
      return [name, blocked];`,
    error: "TS2322",
    mentions: "'unknown' is not assignable to type 'string'",
    atRunTime: { gives: [undefined, []], because: "the form did not have it" },
  },
  {
    name: "a form without a grant",
    code: `return consent.collect(signUp, { name: "某一一" }).data;`,
    error: "TS2554",
    mentions: "Expected 3 arguments, but got 2",
    atRunTime: { gives: {}, because: "every field is among `blocked`" },
  },
  {
    name: "a form under undefined",
    code: `return consent.collect(signUp, { name: "某一一" }, undefined).data;`,
    error: "TS2345",
    mentions: "'undefined' is not assignable to parameter of type 'ConsentGrant<never>'",
    atRunTime: { gives: {}, because: "every field is among `blocked`" },
  },
  {
    name: "a form under a grant written by hand",
    code: `return consent.collect(signUp, { name: "某一一" }, { id: "1", purposeId: "sign-up", expiresAt: 9e15 }).data;`,
    error: "TS2741",
    mentions: "Property '[granted]' is missing",
    atRunTime: { gives: {}, because: "every field is among `blocked`" },
  },
  {
    name: "a form under the record of the act",
    code: `return consent.collect(signUp, { name: "某一一" }, record).data;`,
    error: "TS2739",
    mentions: "missing the following properties from type 'ConsentGrant<never>'",
    atRunTime: { gives: {}, because: "every field is among `blocked`" },
  },
  {
    name: "a form under a grant that was not waited for",
    code: `return consent.collect(signUp, { name: "某一一" }, consent.grant(signUp, SUBJECT)).data;`,
    error: "TS2739",
    mentions: "missing the following properties from type 'ConsentGrant<never>'",
    atRunTime: { gives: {}, because: "every field is among `blocked`" },
  },
  {
    name: "a form that may be null",
    code: `return consent.collect(signUp, null, await consent.grant(signUp, SUBJECT)).data;`,
    error: "TS2345",
    mentions: "'null' is not assignable to parameter of type 'Readonly<Record<string, ",
    atRunTime: { gives: {}, because: "there is nothing to let through" },
  },
  {
    name: "a form as a text",
    code: `return consent.collect(signUp, "name=某一一", await consent.grant(signUp, SUBJECT)).data;`,
    error: "TS2345",
    mentions: "'string' is not assignable to parameter of type 'Readonly<Record<string, ",
    atRunTime: { gives: {}, because: "no character of it is a field" },
  },
  {
    name: "a reason that blocking does not have",
    code: `
      ${collect(`{ location: "somewhere" }`)}
      return [data, blocked.filter(({ reason }) => reason === "refused")];`,
    error: "TS2367",
    mentions: `'BlockReason' and '"refused"' have no overlap`,
    atRunTime: { gives: [{}, []], because: "no field is blocked for such a reason" },
  },
];

export const collectedRightly: readonly RightUse[] = [
  {
    name: "a form with what was granted and what was not",
    code: `
      ${collect(`{ name: "某一一", contacts: "某一二" }`)}
      return [data.name, data.contacts, blocked];`,
    gives: ["某一一", undefined, [{ field: "contacts", reason: "not-granted" }]],
  },
];

/** A form is data from outside: its names are not known to the compiler. */
export const unseenForms: readonly UnseenMisuse[] = [
  {
    name: "a form with fields of every kind, through any",
    code: `
      const form: any = { __proto__: { location: "somewhere" }, constructor: "x", "app:secret": "x", "face-image": "x", toString: "x" };
      return consent.collect(signUp, form, await consent.grant(signUp, SUBJECT)).data;`,
    atRunTime: { gives: {}, because: "none of it is in the purpose" },
  },
  {
    name: "a form under a copy of the grant",
    code: `return consent.collect(signUp, { name: "某一一" }, { ...(await consent.grant(signUp, SUBJECT)) }).data;`,
    atRunTime: { gives: {}, because: "every field is among `blocked`" },
  },
  {
    name: "a form under a grant that has ended",
    code: `
      const grant = await consent.grant(signUp, SUBJECT);
      clock.advance(5 * 60_000);
      return consent.collect(signUp, { name: "某一一" }, grant).data;`,
    atRunTime: { gives: {}, because: "every field is among `blocked`" },
  },
  {
    name: "a form after the withdrawal",
    code: `
      const grant = await consent.grant(signUp, SUBJECT);
      await consent.withdraw(record.id);
      return consent.collect(signUp, { name: "某一一" }, grant).data;`,
    atRunTime: { gives: {}, because: "every field is among `blocked`" },
  },
];
