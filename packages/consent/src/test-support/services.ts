import { type FakeClock, fakeClock } from "@shiming/contract-tests";
import type { Clock, Field, Store } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { openSqliteStore } from "@shiming/store-sqlite";
import type { App } from "../app.ts";
import { type Consent, type ConsentOptions, createConsent } from "../consent.ts";
import type { Decision } from "../decision.ts";
import { generateKeys, type LocalKeys } from "../keys.ts";
import type { Purpose } from "../purpose.ts";
import type { ConsentRecord } from "../record.ts";
import { community, SUBJECT } from "./community.ts";

/** The stores that consent has to work with. */
export const STORES: readonly { readonly name: string; readonly open: (clock: Clock) => Store }[] = [
  { name: "the memory store", open: (clock) => createMemoryStore({ clock }) },
  { name: "the SQLite store", open: (clock) => openSqliteStore({ path: ":memory:", clock }) },
];

/** One key pair for all tests: making one is the slow part. */
export const keys: LocalKeys = generateKeys();

export interface Service {
  readonly consent: Consent;
  readonly clock: FakeClock;
  readonly store: Store;
}

/** A consent service, on a memory store unless told otherwise. */
export function service(
  options: { readonly clock?: FakeClock; readonly app?: App } & Partial<
    Pick<ConsentOptions, "store" | "newId">
  > = {},
): Service {
  const { clock = fakeClock(), app = community, ...others } = options;
  const store = others.store ?? createMemoryStore({ clock });
  return { consent: createConsent({ app, keys, clock, ...others, store }), clock, store };
}

/** The person decides in front of the Chinese notice; they agree to what is required unless told otherwise. */
export function decide<R extends Field, O extends Field>(
  consent: Consent,
  purpose: Purpose<R, O>,
  decision: Partial<Decision<R, O>> = {},
): Promise<ConsentRecord> {
  const notice = consent.notice(purpose, "zh", decision.actor === "guardian" ? { reader: "guardian" } : {});
  return consent.record({ purpose, subject: SUBJECT, notice, decision: "given", ...decision });
}
