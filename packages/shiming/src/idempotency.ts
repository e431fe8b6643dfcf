import {
  type Check,
  type GrantFacts,
  type Keys,
  type Outcome,
  StoreError,
  UsageError,
} from "@shiming/contract";
import type { Ledger } from "./ledger.ts";
import { recalledOutcome } from "./outcomes.ts";
import type { IdempotencyMark } from "./verification.ts";

/**
 * The blind index of a caller's idempotency key.
 *
 * @throws UsageError `INVALID_INPUT` for one that is not 1 to 255 characters.
 */
export function keyIndex(keys: Keys, key: string): IdempotencyMark["key"] {
  if (typeof key !== "string" || key.length === 0 || key.length > 255) {
    throw new UsageError("INVALID_INPUT", "idempotencyKey", "must be 1 to 255 characters");
  }
  return keys.blindIndex("idempotency-key", key);
}

/** The key stands for this check, of this person, for this purpose. */
export function markFor(
  keys: Keys,
  key: string,
  { check, facts }: { check: Check; facts: GrantFacts },
): IdempotencyMark {
  const { purposeId, subject } = facts;
  return { key, fingerprint: keys.blindIndex("fingerprint", JSON.stringify([purposeId, subject, check])) };
}

/**
 * The outcome under an idempotency key, if it was asked before.
 *
 * @throws UsageError `IDEMPOTENCY_KEY_REUSED` when the key stands for something else.
 */
export async function recall(ledger: Ledger, mark: IdempotencyMark): Promise<Outcome | undefined> {
  const entry = await ledger.findIdempotent(mark.key);
  if (entry === undefined) return undefined;
  if (entry.fingerprint !== mark.fingerprint) {
    throw new UsageError(
      "IDEMPOTENCY_KEY_REUSED",
      "idempotencyKey",
      "stands for another check, person or purpose",
    );
  }
  const found = await ledger.find(entry.verificationId);
  if (found === undefined)
    throw new StoreError("STORE_FAILED", "a verification has gone before its idempotency key");
  return recalledOutcome(found.verification);
}

/** Another process has begun under the same key between our look and our write: its state is the answer. */
export async function recallTaken(ledger: Ledger, mark: IdempotencyMark | undefined): Promise<Outcome> {
  const outcome = mark === undefined ? undefined : await recall(ledger, mark);
  if (outcome !== undefined) return outcome;
  throw new StoreError("STORE_FAILED", "an idempotency key was taken and has gone again");
}
