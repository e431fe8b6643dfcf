import type { Misuse, UnseenMisuse } from "../misuse.ts";

const purpose = (other: string): string =>
  `return definePurpose({ ...parts, id: "p", required: ["name"], ${other} });`;
const recipients = (other: string): string => purpose(`recipients: [{ ...acme, ${other} }]`);

/** What a purpose says of law, recipients and people, and what an app says of itself. */
export const definitions: readonly Misuse[] = [
  {
    name: "a basis in law without the law",
    code: purpose(`basis: { article: "13.3" }`),
    error: "TS2322",
    mentions: "Property 'legalRef' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.basis.legalRef" },
  },
  {
    name: "a basis in a contract without the contract",
    code: purpose(`basis: { article: "13.2" }`),
    error: "TS2322",
    mentions: "Property 'legalRef' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.basis.legalRef" },
  },
  {
    name: "a legal reference that may be undefined",
    code: purpose(`basis: { article: "13.3", legalRef: new Map<string, string>().get("") }`),
    error: "TS2322",
    mentions: "'undefined' is not assignable to type 'string'",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.basis.legalRef" },
  },
  {
    name: "an article that PIPL 13 does not have",
    code: purpose(`basis: { article: "13.8", legalRef: "x" }`),
    error: "TS2322",
    mentions: `'"13.8"' is not assignable to type`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.basis.article" },
  },
  {
    name: "an article as a number",
    code: purpose(`basis: { article: 13.1 }`),
    error: "TS2322",
    mentions: "'number' is not assignable to type",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.basis.article" },
  },
  {
    name: "a basis of another country's law",
    code: purpose(`basis: "legitimate-interest"`),
    error: "TS2322",
    mentions: "'string' is not assignable to type 'Basis'",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.basis" },
  },
  {
    name: "a purpose without a basis",
    code: `
      const { basis: _, ...others } = parts;
      return definePurpose({ ...others, id: "p", required: ["name"] });`,
    error: "TS2345",
    mentions: "Property 'basis' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.basis" },
  },
  {
    name: "a purpose that does not say how long",
    code: `
      const { retention: _, ...others } = parts;
      return definePurpose({ ...others, id: "p", required: ["name"] });`,
    error: "TS2345",
    mentions: "Property 'retention' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.retention" },
  },
  {
    name: "a retention in days",
    code: purpose(`retention: 180`),
    error: "TS2322",
    mentions: "'number' is not assignable to type 'LocalizedText'",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.retention" },
  },
  {
    name: "a text in one language",
    code: purpose(`why: { en: "Because." }`),
    error: "TS2741",
    mentions: "Property 'zh' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.why.zh" },
  },
  {
    name: "a title that is not in two languages",
    code: purpose(`title: "注册账号"`),
    error: "TS2322",
    mentions: "'string' is not assignable to type 'LocalizedText'",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.title" },
  },
  {
    name: "a kind of function that the list does not know",
    code: purpose(`function: "core"`),
    error: "TS2322",
    mentions: `'"core"' is not assignable to type '"basic" | "extended"'`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.function" },
  },
  {
    name: "a recipient in a role that the law does not know",
    code: recipients(`role: "partner"`),
    error: "TS2322",
    mentions: `'"partner"' is not assignable to type`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.recipients.role" },
  },
  {
    name: "a recipient without a role",
    code: purpose(`recipients: [{ id: "acme", name: acme.name, contact: acme.contact }]`),
    error: "TS2741",
    mentions: "Property 'role' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.recipients.role" },
  },
  {
    name: "a recipient that nobody can write to",
    code: purpose(`recipients: [{ id: "acme", name: acme.name, role: "processor" }]`),
    error: "TS2741",
    mentions: "Property 'contact' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.recipients.contact" },
  },
  {
    name: "a recipient with a name in one language",
    code: recipients(`name: { zh: "某核验公司" }`),
    error: "TS2741",
    mentions: "Property 'en' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.recipients.name.en" },
  },
  {
    name: "recipients by their ids",
    code: purpose(`recipients: ["acme"]`),
    error: "TS2322",
    mentions: "'string' is not assignable to type 'Recipient'",
    atRunTime: { refused: "INVALID_OPTION" },
  },
  {
    name: "one recipient, not as a list",
    code: purpose(`recipients: acme`),
    error: "TS2740",
    mentions: "from type 'readonly Recipient[]'",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.recipients" },
  },
  {
    name: "a type of app that is not listed",
    code: `return defineApp({ ...app, type: "social-network" });`,
    error: "TS2322",
    mentions: `'"social-network"' is not assignable to type`,
    atRunTime: { refused: "INVALID_OPTION", at: "app.type" },
  },
  {
    name: "an app that nobody answers for",
    code: `
      const { handler: _, ...others } = app;
      return defineApp(others);`,
    error: "TS2741",
    mentions: "Property 'handler' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "app.handler" },
  },
  {
    name: "an app without a contact",
    code: `return defineApp({ ...app, handler: { name: app.name } });`,
    error: "TS2741",
    mentions: "Property 'contact' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "app.handler.contact" },
  },
  {
    name: "an own field that does not say whether it is sensitive",
    code: `
      const odd = defineApp({ ...app, fields: { "app:nickname": { en: "Nickname", zh: "昵称" } } });
      return odd.label("app:nickname").sensitive;`,
    error: "TS2741",
    mentions: "Property 'sensitive' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "app.fields.sensitive" },
  },
];

export const doubtfulDefinitions: readonly UnseenMisuse[] = [
  {
    name: "a legal reference with nothing in it",
    code: purpose(`basis: { article: "13.3", legalRef: " " }`),
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.basis.legalRef" },
  },
  {
    name: "a text with nothing in it",
    code: purpose(`why: { en: "Because.", zh: "" }`),
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.why.zh" },
  },
  {
    name: "a purpose with an id that is a sentence",
    code: `return definePurpose({ ...parts, id: "Sign up", required: ["name"] });`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.id" },
  },
  {
    name: "sensitive fields without what they mean for the person",
    code: `
      const { effect: _, ...others } = parts;
      return consent.notice(definePurpose({ ...others, id: "p", required: ["id-document-number"] }), "zh");`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.effect" },
  },
];
