/**
 * What Shiming needs of a durable store: entries by key, counters with caps, and logs, changed together or not at all.
 * One port serves consent records, verifications, budgets and disclosures; an adapter is a few statements of SQL.
 *
 * Keys are made of letters, digits and `-_./:@`, at most {@link MAX_KEY_LENGTH} characters, and never hold a personal value.
 */
export interface Store {
  /** The entry under a key, unless there is none or it has expired. */
  get(key: string): Promise<Entry | undefined>;
  /**
   * Applies all changes in order, or none; each sees the ones before it. Resolved means durable.
   *
   * Answers `{ applied: false, failed }` with the index of the first change whose condition does not hold.
   * Rejects with a `UsageError` for a malformed change, and with a `StoreError` when the store itself fails.
   */
  commit(changes: readonly Change[]): Promise<CommitResult>;
  /** The value of a counter; 0 when it does not exist or has expired. */
  count(counter: string): Promise<number>;
  /** Reads a log in the order of writing. */
  read(log: string, options?: ReadOptions): Promise<readonly LogEntry[]>;
  /** Finishes what is under way and lets go of files and connections. Later calls reject with `STORE_CLOSED`. */
  close(): Promise<void>;
}

/** Longest name of an entry, a counter or a log, in characters. */
export const MAX_KEY_LENGTH = 256;

/** What a store keeps under a key. */
export interface Entry {
  /** As it was put. */
  readonly value: string;
  /** Changes with every write of this key. */
  readonly version: number;
}

/** One entry of a log. */
export interface LogEntry {
  /** As it was appended. */
  readonly value: string;
  /** Grows with every entry of the store; gaps are normal. */
  readonly sequence: number;
}

/** One step of a commit, told apart by `change`. */
export type Change = Put | Remove | Add | Append;

/** Writes an entry. */
export interface Put {
  readonly change: "put";
  readonly key: string;
  readonly value: string;
  /** Only if the key has no entry (`"absent"`) or this version. Default: whatever is there. */
  readonly expect?: "absent" | number;
  /** Milliseconds since the epoch, by the store's clock; from then on the entry is gone. Default: never. */
  readonly expiresAt?: number;
}

/** Removes an entry, if there is one. */
export interface Remove {
  readonly change: "remove";
  readonly key: string;
}

/** Adds to a counter, which begins at 0. */
export interface Add {
  readonly change: "add";
  readonly counter: string;
  /** An integer, negative to give back. */
  readonly amount: number;
  /** Only if the sum does not pass this. Default: no cap. */
  readonly max?: number;
  /** Set when the counter is made. Default: never. */
  readonly expiresAt?: number;
}

/** Adds an entry to the end of a log. */
export interface Append {
  readonly change: "append";
  readonly log: string;
  readonly value: string;
}

/** Whether a commit was applied; if not, `failed` is the index of the first change whose condition did not hold. */
export type CommitResult = { readonly applied: true } | { readonly applied: false; readonly failed: number };

/** Which part of a log to read. */
export interface ReadOptions {
  /** Entries after this sequence number only. Default: from the start. */
  readonly after?: number;
  /** At most this many. Default 1000. */
  readonly limit?: number;
}
