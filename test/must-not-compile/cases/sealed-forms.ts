import type { Misuse, RightUse, UnseenMisuse } from "../misuse.ts";

const FORM = `consent.seal(signUp, SUBJECT, { name: "某一一", "id-document-number": "110000190101010001" })`;
const GRANT = `await consent.grant(signUp, SUBJECT)`;

/** A sealed form opens field by field, each for a grant that covers it. */
export const sealedForms: readonly Misuse[] = [
  {
    name: "a sealed form as a text",
    code: `
      const form: string = ${FORM};
      return String(form);`,
    error: "TS2322",
    mentions: "is not assignable to type 'string'",
    atRunTime: { gives: "[sealed]", because: "a sealed form does not show what is in it" },
  },
  {
    name: "a value of a sealed form by its name",
    code: `return ${FORM}.name;`,
    error: "TS2339",
    mentions: "Property 'name' does not exist on type 'SealedForm<",
    atRunTime: { gives: undefined, because: "a sealed form does not show what is in it" },
  },
  {
    name: "the data of a sealed form",
    code: `return ${FORM}.data;`,
    error: "TS2339",
    mentions: "Property 'data' does not exist on type 'SealedForm<",
    atRunTime: { gives: undefined, because: "a sealed form does not show what is in it" },
  },
  {
    name: "a sealed form that is opened without a grant",
    code: `return ${FORM}.open("name");`,
    error: "TS2554",
    mentions: "arguments, but got 1",
    atRunTime: { refused: "CONSENT_REQUIRED", at: "name" },
  },
  {
    name: "a sealed form that is opened under a grant written by hand",
    code: `return ${FORM}.open("name", { id: "1", purposeId: "sign-up", expiresAt: 9e15 });`,
    error: "TS2741",
    mentions: "Property '[granted]' is missing",
    atRunTime: { refused: "CONSENT_REQUIRED", at: "name" },
  },
  {
    name: "a field of a sealed form that the grant does not cover",
    code: `
      const grant = ${GRANT};
      return ${FORM}.open("id-document-number", grant);`,
    error: "TS2345",
    mentions: `'"id-document-number"' is not assignable to parameter of type '"mobile-number" | "name"'`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "id-document-number" },
  },
  {
    name: "a field of a sealed form that the purpose does not have",
    code: `
      const grant = await grantOf("location");
      return ${FORM}.open("location", grant);`,
    error: "TS2345",
    mentions: `'"location"' is not assignable to parameter of type`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "location" },
  },
  {
    name: "a value of a sealed form that may be absent, as a text",
    code: `
      const grant = ${GRANT};
      const form = consent.seal(signUp, SUBJECT, { name: "某一一" });
      const number: string = await form.open("mobile-number", grant);
      return number;`,
    error: "TS2322",
    mentions: "'string | undefined' is not assignable to type 'string'",
    atRunTime: { gives: undefined, because: "the form did not have it" },
  },
  {
    name: "a sealed form that is opened for several recipients",
    code: `
      const grant = ${GRANT};
      return ${FORM}.open("name", grant, { recipient: ["acme", "press"] });`,
    error: "TS2322",
    mentions: "'string[]' is not assignable to type 'string'",
    atRunTime: { refused: "CONSENT_REQUIRED", at: "name" },
  },
  {
    name: "a sealed form of a purpose by its id",
    code: `return consent.seal("sign-up", SUBJECT, { name: "某一一" });`,
    error: "TS2345",
    mentions: "'string' is not assignable to parameter of type 'Purpose<",
    atRunTime: { refused: "INVALID_INPUT", at: "purpose" },
  },
];

/** A source is read only under a grant of its field; each of these gives how often it was read, or is refused. */
export const guardedSources: readonly Misuse[] = [
  {
    name: "a source of a misspelt field",
    code: `return consent.source("locaton", () => "31.2,121.5");`,
    error: "TS2345",
    mentions: `'"locaton"' is not assignable to parameter of type 'Field'`,
    atRunTime: { refused: "INVALID_OPTION", at: "source.field" },
  },
  {
    name: "a source that has been read already",
    code: `return consent.source("location", "31.2,121.5");`,
    error: "TS2345",
    mentions: "'string' is not assignable to parameter of type '() =>",
    atRunTime: { refused: "INVALID_OPTION", at: "source.read" },
  },
  {
    name: "a source that keeps what it read for a time in words",
    code: `return consent.source("location", () => "31.2,121.5", { keepForMs: "60000" });`,
    error: "TS2322",
    mentions: "'string' is not assignable to type 'number'",
    atRunTime: { refused: "INVALID_OPTION", at: "source.keepForMs" },
  },
  {
    name: "a source that is read without a grant",
    code: `
      const place = consent.source("location", () => "31.2,121.5");
      return place.read();`,
    error: "TS2554",
    mentions: "arguments, but got 0",
    atRunTime: { refused: "CONSENT_REQUIRED", at: "location" },
  },
  {
    name: "a source that is read under a grant of another field",
    code: `
      const place = consent.source("location", () => "31.2,121.5");
      return place.read(await grantOf("name"));`,
    error: "TS2345",
    mentions: "Property 'location' is missing",
    atRunTime: { refused: "CONSENT_REQUIRED", at: "location" },
  },
  {
    name: "a source that is not read under a grant of another field",
    code: `
      let reads = 0;
      const place = consent.source("location", () => (reads += 1));
      await place.read(await grantOf("name")).catch(() => undefined);
      return reads;`,
    error: "TS2345",
    mentions: "Property 'location' is missing",
    atRunTime: { gives: 0, because: "the read was refused before it was made" },
  },
  {
    name: "the value of a source",
    code: `return consent.source("location", () => "31.2,121.5").value;`,
    error: "TS2339",
    mentions: "Property 'value' does not exist on type 'GuardedSource<",
    atRunTime: { gives: undefined, because: "a source has no value until it is read" },
  },
];

export const openedForms: readonly RightUse[] = [
  {
    name: "a sealed form under a grant of the field",
    code: `
      const form = ${FORM};
      const grant = await consent.grant(signUp, SUBJECT, { optional: ["id-document-number"] });
      return [await form.open("id-document-number", grant), await form.open("name", grant, { recipient: "acme" })];`,
    gives: ["110000190101010001", "某一一"],
  },
  {
    name: "a source under a grant of the field",
    code: `return consent.source("location", () => "31.2,121.5").read(await grantOf("location"));`,
    gives: "31.2,121.5",
  },
];

export const unseenOpeningsOfForms: readonly UnseenMisuse[] = [
  {
    name: "a sealed form after the withdrawal",
    code: `
      const form = consent.seal(newsletter, SUBJECT, { "contact-details": "a@example.com" });
      const shown = consent.notice(newsletter, "zh");
      const act = await consent.record({ purpose: newsletter, subject: SUBJECT, notice: shown, decision: "given" });
      const grant = await consent.grant(newsletter, SUBJECT);
      await consent.withdraw(act.id);
      return form.open("contact-details", grant).catch((error) => error.code);`,
    atRunTime: { gives: "CONSENT_WITHDRAWN", because: "it was refused, and the acts before it stay" },
  },
  {
    name: "a sealed form under the grant of another purpose",
    code: `return ${FORM}.open("name", await grantOf("name"));`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "name" },
  },
  {
    name: "a sealed form for a recipient that the notice does not name",
    code: `return ${FORM}.open("name", ${GRANT}, { recipient: "somebody" });`,
    atRunTime: { refused: "CONSENT_REQUIRED", at: "name" },
  },
  {
    name: "a sealed form for a recipient that was not agreed to",
    code: `
      const form = consent.seal(newsletter, SUBJECT, { "contact-details": "a@example.com" });
      const shown = consent.notice(newsletter, "zh");
      await consent.record({ purpose: newsletter, subject: SUBJECT, notice: shown, decision: "given" });
      const grant = await consent.grant(newsletter, SUBJECT);
      return form.open("contact-details", grant, { recipient: "press" }).catch((error) => error.code);`,
    atRunTime: { gives: "CONSENT_REQUIRED", because: "it was refused, and the act for the purpose stays" },
  },
  {
    name: "a sealed form in JSON",
    code: `return JSON.stringify({ form: ${FORM} });`,
    atRunTime: { gives: `{"form":"[sealed]"}`, because: "a sealed form does not show what is in it" },
  },
  {
    name: "a copy of a sealed form",
    code: `return Object.values({ ...${FORM} }).flat();`,
    atRunTime: { gives: [], because: "what was left out goes with a copy, and what is in it does not" },
  },
];
