import {
  type Consent,
  type ConsentRecord,
  createConsent,
  defineApp,
  definePurpose,
  type LocalKeys,
} from "@shiming/consent";
import type { ConsentGrant, Field, Store } from "@shiming/contract";

const text = (value: string) => ({ en: value, zh: value });

const app = defineApp({
  id: "example.test",
  type: "online-community",
  name: text("Test"),
  handler: { name: text("Test"), contact: "privacy@example.com" },
});

/** What a person agrees to. */
export interface Agreement<F extends Field> {
  readonly store: Store;
  readonly keys: LocalKeys;
  /** The fields of the purpose, all required. */
  readonly fields: readonly F[];
  /** Id of the provider that may have them. */
  readonly recipient: string;
  readonly subject: string;
}

/** A person who has agreed. */
export interface Consented<F extends Field> {
  readonly consent: Consent;
  readonly record: ConsentRecord;
  /** Good for 15 minutes. */
  readonly grant: ConsentGrant<F>;
}

/** Lets a person agree to a registration as the law asks for it. */
export async function consented<const F extends Field>(agreement: Agreement<F>): Promise<Consented<F>> {
  const { store, keys, fields, recipient, subject } = agreement;
  const purpose = definePurpose({
    id: "register",
    title: text("Register"),
    why: text("Real identity"),
    effect: text("None"),
    required: fields,
    basis: { article: "13.3", legalRef: "CSL 26" },
    realName: { service: "information-publishing" },
    retention: text("six months"),
    recipients: [{ id: recipient, name: text(recipient), contact: "privacy@example.com", role: "processor" }],
  });
  const consent = createConsent({ app, store, keys });
  const notice = consent.notice(purpose, "en");
  const record = await consent.record({ purpose, subject, notice, decision: "given" });
  const grant = await consent.grant(purpose, subject, { lifetimeMs: 15 * 60_000 });
  return { consent, record, grant };
}
