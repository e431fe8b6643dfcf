import {
  type Append,
  type Change,
  type Charge,
  type ErrorCode,
  type Field,
  type Keys,
  type Outcome,
  type Put,
  type Store,
  StoreError,
} from "@shiming/contract";
import type { Entry, Intent } from "./entry.ts";
import { createEntryCodec, type EntryCodec } from "./entry-codec.ts";
import { type Budget, budgetError, release, reserve } from "./budget.ts";

/** An entry as it was read, so that a write after it can see whether somebody else was faster. */
export interface Found<E extends Entry = Entry> {
  readonly entry: E;
  readonly version: number;
}

/** Points from an idempotency key to its verification. */
export interface OnceEntry {
  readonly verificationId: string;
  readonly fingerprint: string;
}

/** How a call ended, for the log. */
export interface Ending {
  readonly status: Outcome["status"] | ErrorCode;
  readonly charge: Charge;
  /** Fields that were opened for the provider. */
  readonly sent: readonly Field[];
  readonly reference?: string;
}

/** The write-ahead record of every call, on the store port. */
export interface Ledger {
  /** Steps 5 and 7 in one commit. False when the idempotency key was taken in the meantime; throws `BudgetError`. */
  begin(intent: Intent): Promise<boolean>;
  /** Step 9: where it stands now, the log line and the budget in one commit. */
  settle(intent: Intent, next: Entry | undefined, ending: Ending): Promise<void>;
  /** Step 9 for an answer that was asked for again. False when somebody else has written meanwhile. */
  amend(found: Found, next: Entry, ending: Ending): Promise<boolean>;
  find(verificationId: string): Promise<Found | undefined>;
  findOnce(key: string): Promise<OnceEntry | undefined>;
}

/** A settled outcome answers its idempotency key for this long. */
const ONCE_LIFETIME_MS = 7 * 86_400_000;
/** What is open waits for its answer as long as logs must be kept (CSL 23(3): six months). */
const OPEN_LIFETIME_MS = 184 * 86_400_000;

export interface LedgerOptions {
  readonly store: Store;
  readonly keys: Keys;
  readonly budget: Budget | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export function createLedger({ store, keys, budget, now }: LedgerOptions): Ledger {
  const codec = createEntryCodec(keys);
  return {
    async begin(intent) {
      const changes = [
        put(entryKey(intent.id), codec.encode({ state: "asked", intent }), now() + OPEN_LIFETIME_MS),
        ...onceChanges(intent, (entry, key) => ({
          ...put(key, entry, now() + OPEN_LIFETIME_MS),
          expect: "absent",
        })),
        ...reserve(intent.reservation, budget, now()),
      ];
      const result = await store.commit(changes);
      if (result.applied) return true;
      const failed = changes[result.failed];
      if (failed?.change === "add") throw budgetError(failed.counter);
      return false;
    },
    async settle(intent, next, ending) {
      const changes = [
        ...entryChanges(intent, next, { codec, now: now() }),
        append(intent, ending),
        ...(isFree(next, ending) ? release(intent.reservation, budget) : []),
      ];
      const result = await store.commit(changes);
      if (!result.applied) throw new StoreError("STORE_FAILED", "an outcome could not be written");
    },
    async amend({ entry: { intent }, version }, next, ending) {
      // Whoever holds the handle may ask twice, so the answer stays. The budget of the day it was asked on is closed.
      const [first, ...others] = kept(intent, next, { codec, now: now() });
      const changes = [{ ...first, expect: version }, ...others, append(intent, ending)];
      return (await store.commit(changes)).applied;
    },
    async find(verificationId) {
      if (!/^[\w-]{1,64}$/.test(verificationId)) return undefined;
      const found = await store.get(entryKey(verificationId));
      return found && { entry: codec.decode(found.value), version: found.version };
    },
    async findOnce(key) {
      const found = await store.get(onceKey(key));
      // Our own line, written by this file under this kind of key.
      return found && (JSON.parse(found.value) as OnceEntry);
    },
  };
}

/** What it takes to write an entry. */
interface Pen {
  readonly codec: EntryCodec;
  readonly now: number;
}

/** What stays under the keys of a verification once it has ended. */
function entryChanges(intent: Intent, next: Entry | undefined, pen: Pen): readonly Change[] {
  const key = entryKey(intent.id);
  // What could not be found out and cost nothing may be asked again under the same idempotency key.
  if (next === undefined)
    return [
      { change: "remove", key },
      ...onceChanges(intent, (_, once) => ({ change: "remove", key: once })),
    ];
  // A final outcome is with the caller; it is kept only for those who may ask for it again.
  if (next.state === "settled" && intent.once === undefined) return [{ change: "remove", key }];
  return kept(intent, next, pen);
}

/** The entry itself, then what points to it. */
function kept(intent: Intent, next: Entry, { codec, now }: Pen): readonly [Put, ...Change[]] {
  const expiresAt = now + lifetimeOf(next);
  return [
    put(entryKey(intent.id), codec.encode(next), expiresAt),
    ...onceChanges(intent, (entry, once) => put(once, entry, expiresAt)),
  ];
}

/** What is open may still be charged; it keeps its place in the budget. */
function isFree(next: Entry | undefined, { charge }: Ending): boolean {
  return charge.charged === "no" && next?.state !== "open";
}

function onceChanges({ id, once }: Intent, make: (entry: string, key: string) => Change): readonly Change[] {
  return once === undefined
    ? []
    : [make(JSON.stringify({ verificationId: id, fingerprint: once.fingerprint }), onceKey(once.key))];
}

function put(key: string, value: string, expiresAt: number): Put {
  return { change: "put", key, value, expiresAt };
}

function lifetimeOf(entry: Entry): number {
  return entry.state === "settled" ? ONCE_LIFETIME_MS : OPEN_LIFETIME_MS;
}

function append({ id, kind, provider, at, facts }: Intent, ending: Ending): Append {
  const line = { id, at, kind, provider, ...facts, ...ending };
  return { change: "append", log: "verifications", value: JSON.stringify(line) };
}

function entryKey(id: string): string {
  return `verification/${id}`;
}

function onceKey(key: string): string {
  return `idempotency/${key}`;
}
