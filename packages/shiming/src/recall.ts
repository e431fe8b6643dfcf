import { type Outcome, UsageError } from "@shiming/contract";
import type { Once } from "./entry.ts";
import type { Ledger } from "./ledger.ts";
import { recalledOutcome } from "./outcomes.ts";

/**
 * Step 4: the outcome under this idempotency key, if it was asked before.
 *
 * @throws UsageError `IDEMPOTENCY_KEY_REUSED` when the key stands for something else.
 */
export async function recall(ledger: Ledger, once: Once): Promise<Outcome | undefined> {
  const entry = await ledger.findOnce(once.key);
  if (entry === undefined) return undefined;
  if (entry.fingerprint !== once.fingerprint) {
    throw new UsageError(
      "IDEMPOTENCY_KEY_REUSED",
      "idempotencyKey",
      "stands for another check, person or purpose",
    );
  }
  return recalledOutcome((await ledger.find(entry.verificationId))?.entry);
}
