import { type Append, type Change, type Keys, type Put, type Store, StoreError } from "@shiming/contract";
import { type Budget, budgetError, release, reserve } from "./budget.ts";
import type { Ending, Intent, Verification, VerificationLine } from "./verification.ts";
import { createVerificationCodec, type VerificationCodec } from "./verification-codec.ts";

/** A verification as it was read, so that a write after it can see whether somebody else was faster. */
export interface Found<V extends Verification = Verification> {
  readonly verification: V;
  readonly version: number;
}

/** What stands under an idempotency key. */
export interface IdempotencyEntry {
  readonly verificationId: string;
  readonly fingerprint: string;
}

/** The write-ahead record of every call, on the store port. */
export interface Ledger {
  /**
   * Sets money aside and writes down the intent, in one commit. False when the idempotency key was taken in the
   * meantime.
   *
   * @throws BudgetError when a cap would be passed
   */
  begin(intent: Intent): Promise<boolean>;
  /** Writes the end of a call in one commit: where it stands now, the log line, the budget, the claims. */
  settle(intent: Intent, end: Settlement): Promise<void>;
  /** The same for an answer that was asked for again. False when somebody else has written meanwhile. */
  amend(found: Found, next: Verification, ending: Ending): Promise<boolean>;
  /** Takes a single-use token: its key when it was free, otherwise undefined. */
  claim(token: Claim): Promise<string | undefined>;
  find(verificationId: string): Promise<Found | undefined>;
  findIdempotent(key: string): Promise<IdempotencyEntry | undefined>;
}

export interface Settlement {
  /** Where the verification stands now. Default: as if it had never been asked. */
  readonly next?: Verification;
  readonly ending: Ending;
  /** Claims of this call that go back. Default: none. */
  readonly unclaimed?: readonly string[];
}

export interface Claim {
  /** Blind index of the token. */
  readonly index: string;
  readonly verificationId: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

export interface LedgerOptions {
  readonly store: Store;
  readonly keys: Keys;
  readonly budget: Budget | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The log of every call. */
export const LOG = "verifications";
/** What an id must be to be part of a key. */
export const ID_FORM: RegExp = /^[\w-]{1,64}$/;

/** A settled outcome answers its idempotency key for this long. */
const SETTLED_LIFETIME_MS = 7 * 86_400_000;
/** What is open waits for its answer as long as logs must be kept (CSL 23(3): six months). */
const OPEN_LIFETIME_MS = 184 * 86_400_000;

export function createLedger({ store, keys, budget, now }: LedgerOptions): Ledger {
  const codec = createVerificationCodec(keys);
  return {
    async begin(intent) {
      const expiresAt = now() + OPEN_LIFETIME_MS;
      const changes = [
        put(verificationKey(intent.id), codec.encode({ state: "asked", intent }), expiresAt),
        ...markChanges(intent, (key, value) => ({ ...put(key, value, expiresAt), expect: "absent" })),
        ...reserve(intent.reservation, budget, now()),
      ];
      const result = await store.commit(changes);
      if (result.applied) return true;
      const failed = changes[result.failed];
      if (failed?.change === "add") throw budgetError(failed.counter);
      return false;
    },
    async settle(intent, { next, ending, unclaimed = [] }) {
      const changes = [
        ...standing(intent, next, { codec, now: now() }),
        append(intent, ending),
        ...(isFree(next, ending) ? release(intent.reservation, budget, now()) : []),
        ...unclaimed.map((key) => ({ change: "remove", key }) as const),
      ];
      const result = await store.commit(changes);
      if (!result.applied) throw new StoreError("STORE_FAILED", "an outcome could not be written");
    },
    async amend({ verification: { intent }, version }, next, ending) {
      // Whoever holds the handle may ask twice, so the answer stays. The budget of the day it was asked on is closed.
      const [first, ...others] = kept(intent, next, { codec, now: now() });
      const changes = [{ ...first, expect: version }, ...others, append(intent, ending)];
      return (await store.commit(changes)).applied;
    },
    async claim({ index, verificationId, until }) {
      const key = `claimed/${index}`;
      const change = { ...put(key, verificationId, until), expect: "absent" } as const;
      return (await store.commit([change])).applied ? key : undefined;
    },
    async find(verificationId) {
      if (!ID_FORM.test(verificationId)) return undefined;
      const found = await store.get(verificationKey(verificationId));
      return found && { verification: codec.decode(found.value), version: found.version };
    },
    async findIdempotent(key) {
      const found = await store.get(idempotencyKey(key));
      // Our own line, written by this file under this kind of key.
      return found && (JSON.parse(found.value) as IdempotencyEntry);
    },
  };
}

/** What it takes to write a verification. */
interface Writing {
  readonly codec: VerificationCodec;
  readonly now: number;
}

/** What stays under the keys of a verification once it has ended. */
function standing(intent: Intent, next: Verification | undefined, writing: Writing): readonly Change[] {
  const key = verificationKey(intent.id);
  // What could not be found out and cost nothing may be asked again under the same idempotency key.
  if (next === undefined) {
    return [{ change: "remove", key }, ...markChanges(intent, (mark) => ({ change: "remove", key: mark }))];
  }
  // A final outcome is with the caller; it is kept only for those who may ask for it again.
  if (next.state === "settled" && intent.idempotency === undefined) return [{ change: "remove", key }];
  return kept(intent, next, writing);
}

/** The verification itself, then what points to it. */
function kept(intent: Intent, next: Verification, { codec, now }: Writing): readonly [Put, ...Change[]] {
  const expiresAt = now + (next.state === "settled" ? SETTLED_LIFETIME_MS : OPEN_LIFETIME_MS);
  return [
    put(verificationKey(intent.id), codec.encode(next), expiresAt),
    ...markChanges(intent, (key, value) => put(key, value, expiresAt)),
  ];
}

/** What is open may still be charged; it keeps its place in the budget. */
function isFree(next: Verification | undefined, { charge }: Ending): boolean {
  return charge.charged === "no" && next?.state !== "open";
}

/** The change of the entry under the idempotency key, where there is one. */
function markChanges(
  { id, idempotency }: Intent,
  make: (key: string, value: string) => Change,
): readonly Change[] {
  if (idempotency === undefined) return [];
  const entry: IdempotencyEntry = { verificationId: id, fingerprint: idempotency.fingerprint };
  return [make(idempotencyKey(idempotency.key), JSON.stringify(entry))];
}

function put(key: string, value: string, expiresAt: number): Put {
  return { change: "put", key, value, expiresAt };
}

function append({ id, kind, provider, at, facts }: Intent, ending: Ending): Append {
  const schema = "shiming-verification-line/1";
  const line: VerificationLine = { schema, id, at, kind, provider, ...facts, ...ending };
  return { change: "append", log: LOG, value: JSON.stringify(line) };
}

function verificationKey(id: string): string {
  return `verification/${id}`;
}

function idempotencyKey(key: string): string {
  return `idempotency/${key}`;
}
