import type { Clock, ConsentGuard, Keys, Provider } from "@shiming/contract";
import type { KeyedLock } from "./keyed-lock.ts";
import type { Ledger } from "./ledger.ts";
import type { ReceiptOptions } from "./receipt.ts";

/** What the steps of a verification share. */
export interface Tools {
  readonly providers: readonly Provider[];
  readonly consent: ConsentGuard;
  readonly keys: Keys;
  readonly ledger: Ledger;
  /** One call at a time under an idempotency key; the second finds the outcome of the first. */
  readonly lock: KeyedLock;
  readonly clock: Clock;
  /** Makes ids that can be part of a key. */
  readonly newId: () => string;
  readonly receipts?: ReceiptOptions;
}
