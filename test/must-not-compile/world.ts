import { type Consent, type ConsentRecord, createConsent, definePurpose } from "@shiming/consent";
import type { Notice, Purpose } from "@shiming/consent";
import {
  type ConsentGrant,
  createSealer,
  type Field,
  type Outcome,
  type Provider,
  type Sealed,
  type Sealer,
  type Store,
} from "@shiming/contract";
import { type FakeClock, fakeClock } from "@shiming/contract-tests";
import { createMemoryStore } from "@shiming/store-memory";
import { createVerifier, type Verifier } from "shiming";
import { CAPABILITIES, type Checks, CHECKS } from "./checks.ts";
import { DEFINITIONS, type Definitions } from "./definitions.ts";

/** What snippets work with. */
export interface World extends Checks, Definitions {
  readonly consent: Consent;
  readonly verifier: Verifier;
  readonly clock: FakeClock;
  readonly store: Store;
  readonly sealer: Sealer;
  readonly sealedName: Sealed<"name">;
  /** The person's act for `signUp`. */
  readonly record: ConsentRecord;
  /** In front of which it was made. */
  readonly notice: Notice;
  /** A real grant of exactly these fields, for the recipient `acme`. */
  grantOf<const F extends Field = never>(...fields: readonly F[]): Promise<ConsentGrant<F>>;
  /** Asks for a resident ID check, with the right grant, by a provider that answers like this. */
  askWith(verify: Provider["verify"]): Promise<Outcome>;
  /** How often the provider of `verifier` was asked. */
  readonly calls: () => number;
  /** How many decisions about `signUp` and `newsletter` are kept. */
  readonly kept: () => Promise<number>;
}

const { SUBJECT, acme, app, keys, parts, signUp } = DEFINITIONS;

const MATCH = { status: "match", charge: { charged: "no", basis: "acme table 0" } } as const;

const providerOf = (verify: Provider["verify"]): Provider => ({
  specificationVersion: 1,
  id: "acme",
  region: "CN",
  hosts: ["acme.example"],
  capabilities: CAPABILITIES,
  verify,
});

/** A fresh world for one snippet: a real consent service and engine on a memory store, and time stands still. */
export async function createWorld(): Promise<World> {
  const clock = fakeClock();
  const store = createMemoryStore({ clock });
  const consent = createConsent({ app, store, keys, clock });
  const notice = consent.notice(signUp, "zh");
  const record = await consent.record({
    purpose: signUp,
    subject: SUBJECT,
    notice,
    decision: "given",
    optional: ["id-document-number"],
  });

  const grantOf = async <const F extends Field = never>(
    ...fields: readonly F[]
  ): Promise<ConsentGrant<F>> => {
    const purpose = purposeOf(fields);
    const shown = consent.notice(purpose, "en");
    await consent.record({ purpose, subject: SUBJECT, notice: shown, decision: "given" });
    return consent.grant(purpose, SUBJECT);
  };

  const engineOf = (verify: Provider["verify"]): Verifier =>
    createVerifier({ providers: [providerOf(verify)], consent, store, keys, clock });
  const askWith = async (verify: Provider["verify"]): Promise<Outcome> =>
    engineOf(verify).verify(CHECKS.person, { grant: await grantOf("name", "id-document-number") });

  let calls = 0;
  const verifier = engineOf(async () => {
    calls += 1;
    return MATCH;
  });
  const sealer = createSealer();
  const sealedName = sealer.seal("name", CHECKS.person.name);
  const kept = async (): Promise<number> => decisionsIn(store);
  const tools = { consent, verifier, clock, store, sealer, sealedName, record, notice };
  return { ...CHECKS, ...DEFINITIONS, ...tools, grantOf, askWith, calls: () => calls, kept };
}

/** A purpose of these fields and no others. */
function purposeOf<F extends Field>(fields: readonly F[]): Purpose<F, never> {
  const id = `of-${fields.join("-").replaceAll(":", "-").slice(0, 50)}`;
  // A purpose has at least one field: a grant of nothing is one of a field that no check has.
  const required: readonly Field[] = fields.length === 0 ? ["gender"] : fields;
  return definePurpose({ ...parts, id, required, recipients: [acme] }) as Purpose<F, never>;
}

async function decisionsIn(store: Store): Promise<number> {
  const lines = await store.read("consent");
  return lines.filter(({ value }) => /"purposeId":"(?:sign-up|newsletter)"/.test(value)).length;
}
