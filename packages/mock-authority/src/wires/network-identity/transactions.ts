import type { Clock } from "../../clock.ts";
import { createExpiringMap } from "../../expiring-map.ts";
import type { PersonPersona } from "../../personas/people.ts";

/** Result codes of the reference wire. */
export type ResultCode =
  | "PASS"
  | "MISMATCH"
  | "WRONG_PASSWORD"
  | "CREDENTIAL_EXPIRED"
  | "CREDENTIAL_FROZEN"
  | "CREDENTIAL_REVOKED"
  | "CREDENTIAL_ABSENT";

/** What the gateway once answered for a transaction. */
export interface AuthenticationResult {
  readonly authMode: string;
  readonly resultCode: ResultCode;
  /** Pairwise identifier, only with PASS. */
  readonly subject?: string;
  /** When it was decided, milliseconds since 1970. */
  readonly decidedAt: number;
}

/** What a user approved in the official app, and what became of it. */
export interface Transaction {
  readonly bizSeq: string;
  readonly orgId: string;
  readonly appId: string;
  readonly person: PersonPersona;
  /** Opaque credential data issued for this transaction alone. */
  readonly idCardAuthData: string;
  /** Opaque password data, when the app asked for the password. */
  readonly certPwdData?: string;
  /** Whether the password typed was the right one. */
  readonly passwordRight: boolean;
  /** Milliseconds since 1970. */
  readonly approvedAt: number;
  /** Set by the first authentication: a transaction is used once. */
  readonly result?: AuthenticationResult;
}

/** Longest time between approval and authentication. */
export const TRANSACTION_LIFETIME_MS: number = 300_000;
/** How long a transaction is remembered after that, so that a lost answer can be asked for again. */
const RETENTION_MS = 24 * 3_600_000;
const CAPACITY = 10_000;

/** Approved transactions by `bizSeq`. */
export interface Transactions {
  find(bizSeq: string): Transaction | undefined;
  /** Stores a new transaction, or one with its result. */
  keep(transaction: Transaction): void;
  clear(): void;
}

/** An empty, bounded store. */
export function createTransactions(clock: Clock): Transactions {
  const entries = createExpiringMap<Transaction>({ capacity: CAPACITY, clock });
  return {
    find: (bizSeq) => entries.get(bizSeq),
    keep: (transaction) => entries.set(transaction.bizSeq, transaction, RETENTION_MS),
    clear: () => entries.clear(),
  };
}
