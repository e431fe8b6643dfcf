import type { Store } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import type { ChainLine } from "../ledger/chain-line.ts";
import type { ConsentRecord } from "../record.ts";
import { community, register } from "./community.ts";
import { decide, service } from "./services.ts";

/** The log that holds the hash chain of the community. */
export const LOG: string = `consent/${community.id}`;

/** Every record of the community, in the order of writing. */
export async function recordsIn(store: Pick<Store, "read">): Promise<ConsentRecord[]> {
  const log = await store.read(LOG);
  return log.map(({ value }) => (JSON.parse(value) as ChainLine).record);
}

/** Two persons; the first agrees, agrees to more, and withdraws: four lines. */
export async function writeFour(store: Store): Promise<void> {
  const { consent } = service({ store });
  const given = await decide(consent, register);
  await decide(consent, register, { subject: "account-2", decision: "refused" });
  await decide(consent, register, { optional: ["gender"] });
  await consent.withdraw(given.id);
}

/** A store with those four. */
export async function writtenLedger(): Promise<Store> {
  const store = createMemoryStore();
  await writeFour(store);
  return store;
}
