import { type FakeClock, fakeClock } from "@shiming/contract-tests";
import { type Consent, createConsent, defineApp, definePurpose, generateKeys } from "@shiming/consent";
import type { LocalKeys, Purpose } from "@shiming/consent";
import type { ConsentGrant, Provider, Store } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { createVerifier, type Verifier, type VerifierOptions } from "../verifier.ts";
import { fakeProvider } from "./fake-provider.ts";

/** One key pair for all tests: making one is the slow part. */
export const keys: LocalKeys = generateKeys();

export const SUBJECT = "account-7c1e";
export const RECEIPTS = { issuer: "https://app.example", audience: "https://app.example" } as const;

const text = (en: string, zh: string) => ({ en, zh });

const app = defineApp({
  id: "example.community",
  type: "online-community",
  name: text("Example community", "示例社区"),
  handler: { name: text("Example Ltd", "示例有限公司"), contact: "privacy@example.com" },
});

const recipient = (id: string) =>
  ({ id, name: text(id, id), contact: `privacy@${id}.example`, role: "processor" }) as const;

/** Every field that a test sends. */
export type EveryField =
  | "name"
  | "id-document-number"
  | "id-document-validity"
  | "mobile-number"
  | "one-tap-token"
  | "credit-code"
  | "entity-name"
  | "legal-representative-name"
  | "legal-representative-id-number"
  | "network-identity-credential"
  | "face-image";

/** A purpose that covers every check, for the recipients `acme` and `other`. */
export const realName: Purpose<EveryField, never> = definePurpose({
  id: "real-name",
  title: text("Real name", "实名认证"),
  why: text("The law asks for it before posting.", "法律要求发布信息前核验真实身份。"),
  required: [
    "name",
    "id-document-number",
    "id-document-validity",
    "mobile-number",
    "one-tap-token",
    "credit-code",
    "entity-name",
    "legal-representative-name",
    "legal-representative-id-number",
    "network-identity-credential",
    "face-image",
  ],
  basis: { article: "13.3", legalRef: "网络安全法 26" },
  realName: { service: "information-publishing" },
  retention: text("the result: six months", "结果保存六个月"),
  effect: text("Without it you cannot post.", "不提供则无法发布信息。"),
  recipients: [recipient("acme"), recipient("other")],
});

export interface Engine {
  readonly verifier: Verifier;
  readonly consent: Consent;
  readonly grant: ConsentGrant<EveryField>;
  readonly recordId: string;
  readonly store: Store;
  readonly clock: FakeClock;
}

export type EngineOptions = Partial<Omit<VerifierOptions, "clock" | "consent">> & {
  readonly clock?: FakeClock;
  /** Who consents. Default {@link SUBJECT}. */
  readonly subject?: string;
};

/** An engine with one person who has consented to everything; receipts on, and one provider that says yes. */
export async function engine(options: EngineOptions = {}): Promise<Engine> {
  const { clock = fakeClock(), subject = SUBJECT, ...others } = options;
  const store = others.store ?? createMemoryStore({ clock });
  const providers: readonly Provider[] = others.providers ?? [fakeProvider()];
  const consent = createConsent({ app, store, keys, clock });
  const notice = consent.notice(realName, "zh");
  const record = await consent.record({ purpose: realName, subject, notice, decision: "given" });
  const grant = await consent.grant(realName, subject);
  const verifier = createVerifier({ keys, receipts: RECEIPTS, ...others, providers, consent, store, clock });
  return { verifier, consent, grant, recordId: record.id, store, clock };
}
