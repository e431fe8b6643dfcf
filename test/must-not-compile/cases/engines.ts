import type { AtRunTime, Misuse, RightUse } from "../misuse.ts";

const INVALID: AtRunTime = { refused: "RESPONSE_INVALID" };
const answers = (result: string): string => `return askWith(async () => (${result}));`;
const charge = `charge: { charged: "no", basis: "acme" }`;
const engineWith = (part: string, other: string): string => {
  const right = ["providers", "consent", "store", "keys"].filter((one) => one !== part);
  return `
      const providers: Provider[] = [{ specificationVersion: 1, id: "acme", region: "CN", hosts: [], capabilities: [], verify: async () => ({ status: "match", ${charge} }) }];
      return createVerifier({ ${right.join(", ")}, ${part}: ${other}${part === "providers" ? " ?? providers" : ""} });`;
};
const outcomeOf = `const outcome = await verifier.verify(person, { grant: await grantOf("name", "id-document-number") });`;

/** Providers, what they answer, the engine that they are given to, and what it answers. */
export const engines: readonly Misuse[] = [
  {
    name: "a provider that answers with a status of its own",
    code: answers(`{ status: "ok", ${charge} }`),
    error: "TS2322",
    mentions: `'"ok"' is not assignable to type`,
    atRunTime: INVALID,
  },
  {
    name: "a provider that answers without a charge",
    code: answers(`{ status: "match" }`),
    error: "TS2322",
    mentions: "Property 'charge' is missing",
    atRunTime: INVALID,
  },
  {
    name: "a provider that answers with a price for a charge",
    code: answers(`{ status: "match", charge: 0.3 }`),
    error: "TS2322",
    mentions: "'number' is not assignable to type 'Charge'",
    atRunTime: INVALID,
  },
  {
    name: "a provider that answers with a charge of true",
    code: answers(`{ status: "match", charge: { charged: true, basis: "acme" } }`),
    error: "TS2322",
    mentions: `'boolean' is not assignable to type '"no" | "unknown" | "yes"'`,
    atRunTime: INVALID,
  },
  {
    name: "a provider that is pending without a handle",
    code: answers(`{ status: "pending", ${charge} }`),
    error: "TS2322",
    mentions: "Property 'handle' is missing",
    atRunTime: INVALID,
  },
  {
    name: "a provider that finds a check invalid without a problem",
    code: answers(`{ status: "invalid", ${charge} }`),
    error: "TS2322",
    mentions: "Property 'problems' is missing",
    atRunTime: INVALID,
  },
  {
    name: "a provider that answers with a boolean",
    code: answers(`true`),
    error: "TS2322",
    mentions: "'boolean' is not assignable to type 'ProviderResult",
    atRunTime: INVALID,
  },
  {
    name: "a provider that answers nothing",
    code: `return askWith(async () => {});`,
    error: "TS2345",
    mentions: "'void' is not assignable to type 'ProviderResult'",
    atRunTime: INVALID,
  },
  {
    name: "a provider of another version of the contract",
    code: `
      const provider: Provider = { specificationVersion: 2, id: "acme", region: "CN", hosts: [], capabilities: [], verify: async () => ({ status: "match", ${charge} }) };
      return createVerifier({ providers: [provider], consent, store, keys });`,
    error: "TS2322",
    mentions: "'2' is not assignable to type '1'",
    atRunTime: { refused: "INVALID_OPTION", at: "providers" },
  },
  {
    name: "one provider, not as a list",
    code: engineWith("providers", `await Promise.resolve({ id: "acme" })`),
    error: "TS2740",
    mentions: "from type 'readonly Provider[]'",
    atRunTime: { refused: "INVALID_OPTION", at: "providers" },
  },
  {
    name: "an engine without a consent service",
    code: engineWith("consent", `undefined`),
    error: "TS2322",
    mentions: "'undefined' is not assignable to type 'ConsentGuard'",
    atRunTime: { refused: "INVALID_OPTION", at: "consent" },
  },
  {
    name: "an engine whose guard lets everything pass",
    code: engineWith("consent", `{ allow: () => true }`),
    error: "TS2353",
    mentions: "'allow' does not exist in type 'ConsentGuard'",
    atRunTime: { refused: "INVALID_OPTION", at: "consent" },
  },
  {
    name: "an engine with a purpose for a consent service",
    code: engineWith("consent", `signUp`),
    error: "TS2739",
    mentions: "from type 'ConsentGuard': authorize, reconfirm",
    atRunTime: { refused: "INVALID_OPTION", at: "consent" },
  },
  {
    name: "an engine with a secret for its keys",
    code: engineWith("keys", `"a text of more than thirty-two characters"`),
    error: "TS2322",
    mentions: "'string' is not assignable to type 'Keys'",
    atRunTime: { refused: "INVALID_OPTION", at: "keys" },
  },
  {
    name: "an engine with a map for a store",
    code: engineWith("store", `new Map()`),
    error: "TS2739",
    mentions: "from type 'Store'",
    atRunTime: { refused: "INVALID_OPTION", at: "store" },
  },
  {
    name: "a budget as a text",
    code: engineWith("budget", `{ perDay: { calls: "5" } }`),
    error: "TS2322",
    mentions: "'string' is not assignable to type 'number'",
    atRunTime: { refused: "INVALID_OPTION", at: "budget.perDay.calls" },
  },
  {
    name: "receipts that do not say whose they are",
    code: engineWith("receipts", `{ audience: "https://app.example" }`),
    error: "TS2741",
    mentions: "Property 'issuer' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "receipts.issuer" },
  },
  {
    name: "a signal that is none",
    code: `return verifier.verify(person, { grant: await grantOf("name", "id-document-number"), signal: {} });`,
    error: "TS2740",
    mentions: "from type 'AbortSignal'",
    atRunTime: { refused: "INVALID_INPUT", at: "options.signal" },
  },
];

const asked = "an outcome has no such part";

/** An outcome tells by its status what else it has. A provider has been asked here, rightly. */
export const outcomes: readonly Misuse[] = [
  {
    name: "a status that no outcome has",
    code: `return (await askWith(async () => ({ status: "no-record", ${charge} }))).status === "ok";`,
    error: "TS2367",
    mentions: `'"ok"' have no overlap`,
    atRunTime: { gives: false, because: asked },
  },
  {
    name: "the handle of an outcome that may not have one",
    code: `return (await askWith(async () => ({ status: "no-record", ${charge} }))).handle;`,
    error: "TS2339",
    mentions: "Property 'handle' does not exist on type",
    atRunTime: { gives: undefined, because: asked },
  },
  {
    name: "the name of a person in an outcome",
    code: `return (await askWith(async () => ({ status: "no-record", ${charge} }))).name;`,
    error: "TS2339",
    mentions: "Property 'name' does not exist on type",
    atRunTime: { gives: undefined, because: asked },
  },
  {
    name: "the fields of a match",
    code: `
      const outcome = await askWith(async () => ({ status: "match", ${charge} }));
      return outcome.status === "match" ? outcome.fields : "no match";`,
    error: "TS2339",
    mentions: "Property 'fields' does not exist on type",
    atRunTime: { gives: undefined, because: asked },
  },
  {
    name: "an attribute by a name that is no field",
    code: `
      const outcome = await askWith(async () => ({ status: "match", ${charge}, attributes: { "network-identity-subject": "s" } }));
      return outcome.status === "match" ? outcome.attributes?.["subject"] : "no match";`,
    error: "TS7053",
    mentions: "Property 'subject' does not exist on type 'Attributes'",
    atRunTime: { gives: undefined, because: asked },
  },
  {
    name: "an attribute that may be absent, as a text",
    code: `
      const outcome = await askWith(async () => ({ status: "match", ${charge} }));
      const subject: string = outcome.status === "match" ? outcome.attributes?.["network-identity-subject"] : "no match";
      return subject;`,
    error: "TS2322",
    mentions: "'string | undefined' is not assignable to type 'string'",
    atRunTime: { gives: undefined, because: asked },
  },
];

export const askedRightly: readonly RightUse[] = [
  {
    name: "an outcome, by its status",
    code: `
      ${outcomeOf}
      return outcome.status === "match" ? outcome.attributes : "no match";`,
    gives: undefined,
  },
];
