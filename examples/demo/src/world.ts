import { type Consent, createConsent, generateKeys, type LocalKeys } from "@shiming/consent";
import type { Field, Store } from "@shiming/contract";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { networkIdentity } from "@shiming/network-identity";
import { openSqliteStore } from "@shiming/store-sqlite";
import { tencent } from "@shiming/tencent";
import { createVerifier, readVerifications, type Verifier, verifyReceipt } from "shiming";
import { type DemoCatalogue, fetchCatalogue } from "./catalogue.ts";
import { ILLUSTRATIVE_PRICES } from "./prices.ts";
import { app } from "./purposes.ts";
import { listen, registrationApp } from "./registration-app.ts";

/** Everything that the steps act in: the authority, the app's own parts, and ways to look at what happened. */
export interface World {
  readonly catalogue: DemoCatalogue;
  readonly consent: Consent;
  readonly verifier: Verifier;
  readonly registerUrl: string;
  /** Accounts by app-scoped network identity. */
  readonly accounts: Map<string, string>;
  /** Requests that the authority has answered so far. */
  requestsAnswered(): Promise<number>;
  /** The fields that the engine opened for a provider in its latest call. */
  disclosed(verificationId: string): Promise<readonly Field[]>;
  receiptHolds(receipt: string): Promise<boolean>;
  close(): Promise<void>;
}

const ISSUER = "https://community.example";

export async function createWorld(): Promise<World> {
  const mock = await startMockAuthority();
  const catalogue = await fetchCatalogue(mock.url);
  const keys = generateKeys();
  const store = openSqliteStore({ path: ":memory:" });
  const consent = createConsent({ app, store, keys });
  const verifier = createVerifier({
    providers: providersOf(catalogue),
    consent,
    store,
    keys,
    receipts: { issuer: ISSUER, audience: ISSUER },
  });
  const backend = await listen(registrationApp(consent, verifier));
  return {
    catalogue,
    consent,
    verifier,
    registerUrl: `${backend.url}/register`,
    accounts: new Map(),
    requestsAnswered: async () => requestsAnswered(mock.url),
    disclosed: async (verificationId) => disclosed(store, verificationId),
    receiptHolds: async (receipt) => receiptHolds(receipt, keys),
    async close() {
      await backend.close();
      await verifier.close();
      await store.close();
      await mock.close();
    },
  };
}

function providersOf(catalogue: DemoCatalogue) {
  const cloud = catalogue.credentials("tencent");
  const gateway = catalogue.credentials("network-identity");
  return [
    tencent({
      secretId: cloud.get("secretId"),
      secretKey: cloud.get("secretKey"),
      baseUrl: cloud.baseUrl,
      prices: ILLUSTRATIVE_PRICES,
    }),
    networkIdentity({
      orgId: gateway.get("orgId"),
      appId: gateway.get("appId"),
      secret: gateway.get("secret"),
      baseUrl: gateway.baseUrl,
    }),
  ];
}

async function requestsAnswered(mockUrl: string): Promise<number> {
  const response = await fetch(`${mockUrl}/_mock/journal`);
  // The mock of this very workspace.
  const { entries, dropped } = (await response.json()) as { entries: readonly unknown[]; dropped: number };
  return entries.length + dropped;
}

async function disclosed(store: Store, verificationId: string): Promise<readonly Field[]> {
  const lines = await readVerifications(store);
  return lines.find(({ id }) => id === verificationId)?.sent ?? [];
}

async function receiptHolds(receipt: string, keys: LocalKeys): Promise<boolean> {
  return (await verifyReceipt(receipt, { jwks: keys.jwks, issuer: ISSUER, audience: ISSUER })).valid;
}
