import { randomUUID } from "node:crypto";
import {
  assertOption,
  assertOptions,
  type Check,
  type Clock,
  type ConsentGrant,
  type ConsentGuard,
  type FieldsOf,
  type Keys,
  type Outcome,
  type Provider,
  type Store,
  systemClock,
  UsageError,
} from "@shiming/contract";
import { type Budget, checkBudget } from "./budget.ts";
import { createKeyedLock } from "./keyed-lock.ts";
import { createLedger, ID_FORM } from "./ledger.ts";
import { checkReceipts, type ReceiptOptions } from "./receipt.ts";
import { resumeVerification } from "./resume.ts";
import type { Tools } from "./tools.ts";
import { verify } from "./verify.ts";

/** What {@link createVerifier} works with. */
export interface VerifierOptions {
  /** Who can be asked, in order of preference. */
  readonly providers: readonly Provider[];
  /** Decides whether a grant covers a check: the consent service of `@shiming/consent`. */
  readonly consent: ConsentGuard;
  /** Where intents, outcomes, budgets and disclosures are kept. */
  readonly store: Store;
  /** Signs receipts, makes blind indexes, and encrypts attributes that are kept. Made by `createKeys` of `@shiming/consent`. */
  readonly keys: Keys;
  /** Default: no receipts. */
  readonly receipts?: ReceiptOptions;
  /** Default: no caps. */
  readonly budget?: Budget;
  /** Default: the clock of the machine. */
  readonly clock?: Clock;
  /** Makes ids of verifications: 1 to 64 letters, digits, `_` and `-`. Default: random UUIDs. */
  readonly newId?: () => string;
}

/** Options of {@link Verifier.verify}. */
export interface VerifyOptions<C extends Check> {
  /** Must cover every field of the check, by type and again at run time. */
  readonly grant: ConsentGrant<FieldsOf<C>>;
  /** 1 to 255 characters. The same key with the same check gives the same outcome, and one charge. Default: none. */
  readonly idempotencyKey?: string;
  /** Stops the call; what may have been sent by then is still written down. Default: nobody stops it. */
  readonly signal?: AbortSignal;
}

/** One interface to every real-name check. Made by {@link createVerifier}. */
export interface Verifier {
  /**
   * Asks an authority.
   *
   * @throws ConsentError when the grant does not cover the check, BudgetError when a cap would be passed,
   * ProviderError when the provider could not find out, UnsupportedError when none can do this check,
   * UsageError for a malformed call, and a `DOMException` named `AbortError` when the signal fires.
   */
  verify<const C extends Check>(check: C, options: VerifyOptions<C>): Promise<Outcome>;
  /**
   * The outcome now of a `pending` or `in-doubt` one. It never asks in a way that is charged.
   *
   * @param options - `signal` stops the call. Default: nobody stops it.
   */
  resume(handle: string, options?: { readonly signal?: AbortSignal }): Promise<Outcome>;
  /** Waits for calls under way and closes the providers. The store and the consent service are the app's to close. */
  close(): Promise<void>;
}

/**
 * Makes the engine of an app.
 *
 * @throws UsageError `INVALID_OPTION` for providers that are missing, doubled or of another version, or a bad cap.
 * @example
 * ```ts
 * import type { ConsentGrant, ConsentGuard, Keys, Store } from "@shiming/contract";
 * import { tencent } from "@shiming/tencent";
 * import { createVerifier } from "shiming";
 *
 * export async function check(
 *   tools: { consent: ConsentGuard; store: Store; keys: Keys },
 *   grant: ConsentGrant<"name" | "id-document-number">,
 * ) {
 *   const provider = tencent({ secretId: "AKID…", secretKey: "…" });
 *   const verifier = createVerifier({ ...tools, providers: [provider] });
 *   const person = { name: "某一一", idNumber: "110000190101010001" };
 *   return verifier.verify({ kind: "resident-id", ...person }, { grant });
 * }
 * ```
 */
export function createVerifier(options: VerifierOptions): Verifier {
  checkOptions(options);
  const { clock = systemClock, newId = randomUUID, budget, store } = options;
  checkBudget(budget);
  const ledger = createLedger({ store, keys: options.keys, budget, now: () => clock.now() });
  const tools: Tools = {
    ...options,
    clock,
    newId: () => checkedId(newId()),
    ledger,
    lock: createKeyedLock(),
  };
  const underWay = new Set<Promise<Outcome>>();
  let closing: Promise<void> | undefined;

  /** Runs a call that `close` will wait for. */
  const run = async (start: () => Promise<Outcome>): Promise<Outcome> => {
    if (closing !== undefined) throw new UsageError("CLOSED", "verifier", "is closed");
    const call = start();
    underWay.add(call);
    try {
      return await call;
    } finally {
      underWay.delete(call);
    }
  };

  const shut = async (): Promise<void> => {
    await Promise.allSettled(underWay);
    await Promise.all(options.providers.map(async (provider) => provider.close?.()));
  };

  return {
    verify: async (check, call) => run(async () => verify(tools, check, checkedCall(call))),
    resume: async (handle, call = {}) =>
      run(async () => resumeVerification(tools, handle, checkedCall(call).signal)),
    async close() {
      closing ??= shut();
      return closing;
    },
  };
}

/** A signal that is none would not be heard, and its absence be found only when something was already sent. */
function checkedCall<T extends { readonly signal?: AbortSignal }>(call: T): T {
  if (typeof call !== "object" || call === null)
    throw new UsageError("INVALID_INPUT", "options", "must be an object");
  if (call.signal !== undefined && !(call.signal instanceof AbortSignal)) {
    throw new UsageError("INVALID_INPUT", "options.signal", "must be an AbortSignal");
  }
  return call;
}

/** An id is part of keys and of handles: a wrong one is found before anything is sent. */
function checkedId(id: string): string {
  if (!ID_FORM.test(id)) {
    throw new UsageError("INVALID_OPTION", "newId", "must make 1 to 64 letters, digits, `_` and `-`");
  }
  return id;
}

/** Whether the parts are there that every call needs; types cannot say it to a caller without them. */
function checkOptions(options: VerifierOptions): void {
  assertOptions(options, "options");
  const { providers, consent, store, keys, receipts } = options;
  assertOption(Array.isArray(providers), "providers", "must be a list");
  checkProviders(providers);
  assertOption(typeof consent?.authorize === "function", "consent", "must be a consent service");
  assertOption(typeof store?.commit === "function", "store", "must be a store");
  assertOption(typeof keys?.blindIndex === "function" && keys.signer !== undefined, "keys", "must be keys");
  if (receipts !== undefined) checkReceipts(receipts);
}

function checkProviders(providers: readonly Provider[]): void {
  if (providers.length === 0) refuse("must hold at least one");
  // A provider from outside may have been written against another version of the contract, whatever its type says.
  const versions: readonly unknown[] = providers.map((provider) => provider.specificationVersion);
  if (versions.some((version) => version !== 1)) refuse("holds one of another specification version than 1");
  if (new Set(providers.map((provider) => provider.id)).size < providers.length) refuse("holds an id twice");
}

function refuse(rule: string): never {
  throw new UsageError("INVALID_OPTION", "providers", rule);
}
