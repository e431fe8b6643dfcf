import {
  addToCounter,
  assertChanges,
  assertKey,
  readWindow,
  StoreError,
  systemClock,
  UsageError,
  type Add,
  type Append,
  type Change,
  type Clock,
  type CommitResult,
  type Entry,
  type LogEntry,
  type Put,
  type ReadOptions,
  type Remove,
  type Store,
} from "@shiming/contract";
import { ExpiringMap, type Expiring } from "./expiring-map.ts";
import { RecentLog } from "./recent-log.ts";

/** Bounds and clock of {@link createMemoryStore}. */
export interface MemoryStoreOptions {
  /** What expiry goes by. Default: the clock of the machine. */
  readonly clock?: Clock;
  /**
   * How many entries, counters and logs together, at most 10 000 000. Default 1 000 000. A commit that would pass it
   * rejects with `STORE_FAILED` and changes nothing: what was promised is never dropped.
   */
  readonly maxEntries?: number;
  /** How many entries of each log, at most 10 000 000; the oldest are dropped. Default 10 000. */
  readonly maxLogEntries?: number;
}

/**
 * Makes a store that lives as long as the process, for tests and demos. Its memory is bounded by the options.
 *
 * Throws a `UsageError` with code `INVALID_OPTION` for a bound that is no positive integer or too large.
 *
 * @example
 * ```ts
 * import { createMemoryStore } from "@shiming/store-memory";
 *
 * const store = createMemoryStore();
 * await store.commit([{ change: "add", counter: "calls:2026-11-22", amount: 1, max: 100 }]);
 * console.log(await store.count("calls:2026-11-22")); // 1
 * ```
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): Store {
  const { clock = systemClock, maxEntries = 1_000_000, maxLogEntries = 10_000 } = options;
  assertBound(maxEntries, "options.maxEntries");
  assertBound(maxLogEntries, "options.maxLogEntries");
  return new MemoryStore({ clock, maxEntries, maxLogEntries });
}

/** Below what a JavaScript map and array can hold. */
const LARGEST_BOUND = 10_000_000;

const APPLIED: CommitResult = { applied: true };

interface EntryRecord extends Entry, Expiring {}

interface CounterRecord extends Expiring {
  readonly value: number;
}

type Undo = () => void;

/** Runs each commit from start to end in one turn: nobody sees half of it, and what fails is undone backwards. */
class MemoryStore implements Store {
  readonly #options: Required<MemoryStoreOptions>;
  readonly #entries = new ExpiringMap<EntryRecord>();
  readonly #counters = new ExpiringMap<CounterRecord>();
  readonly #logs = new Map<string, RecentLog>();
  /** Versions and sequence numbers come from one count, so that a key written anew never has an old version. */
  #sequence = 0;
  #closed = false;

  constructor(options: Required<MemoryStoreOptions>) {
    this.#options = options;
  }

  async get(key: string): Promise<Entry | undefined> {
    this.#assertOpen();
    assertKey(key, "key");
    const record = this.#entries.get(key, this.#now());
    return record && { value: record.value, version: record.version };
  }

  async commit(changes: readonly Change[]): Promise<CommitResult> {
    this.#assertOpen();
    assertChanges(changes);
    const now = this.#now();
    const undo: Undo[] = [];
    const failed = changes.findIndex((change) => !this.#apply(change, now, undo));
    if (failed >= 0) {
      undoAll(undo);
      return { applied: false, failed };
    }
    if (this.#isOverfull(now)) {
      undoAll(undo);
      throw new StoreError(
        "STORE_FAILED",
        `the memory store is full: maxEntries ${this.#options.maxEntries}`,
      );
    }
    return APPLIED;
  }

  async count(counter: string): Promise<number> {
    this.#assertOpen();
    assertKey(counter, "counter");
    return this.#counters.get(counter, this.#now())?.value ?? 0;
  }

  async read(log: string, options?: ReadOptions): Promise<readonly LogEntry[]> {
    this.#assertOpen();
    assertKey(log, "log");
    const { after, limit } = readWindow(options);
    return this.#logs.get(log)?.read(after, limit) ?? [];
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#entries.clear();
    this.#counters.clear();
    this.#logs.clear();
  }

  /** Applies one change and notes how to undo it; false when its condition does not hold. */
  #apply(change: Change, now: number, undo: Undo[]): boolean {
    switch (change.change) {
      case "put":
        return this.#put(change, now, undo);
      case "remove":
        return this.#remove(change, now, undo);
      case "add":
        return this.#add(change, now, undo);
      case "append":
        return this.#append(change, undo);
      default:
        return change satisfies never;
    }
  }

  #put({ key, value, expect, expiresAt = Infinity }: Put, now: number, undo: Undo[]): boolean {
    const before = this.#entries.get(key, now);
    if (expect !== undefined && expect !== (before?.version ?? "absent")) return false;
    this.#entries.set(key, { value, version: this.#nextSequence(), expiresAt }, now);
    undo.push(() => this.#entries.restore(key, before));
    return true;
  }

  #remove({ key }: Remove, now: number, undo: Undo[]): boolean {
    const before = this.#entries.get(key, now);
    this.#entries.delete(key);
    undo.push(() => this.#entries.restore(key, before));
    return true;
  }

  #add(add: Add, now: number, undo: Undo[]): boolean {
    const before = this.#counters.get(add.counter, now);
    const value = addToCounter(before?.value ?? 0, add);
    if (value === undefined) return false;
    const { expiresAt } = before ?? { expiresAt: add.expiresAt ?? Infinity };
    this.#counters.set(add.counter, { value, expiresAt }, now);
    undo.push(() => this.#counters.restore(add.counter, before));
    return true;
  }

  #append({ log: name, value }: Append, undo: Undo[]): boolean {
    const log = this.#logs.get(name) ?? new RecentLog(this.#options.maxLogEntries);
    this.#logs.set(name, log);
    log.append({ value, sequence: this.#nextSequence() });
    undo.push(() => {
      log.takeBack();
      if (log.isEmpty) this.#logs.delete(name);
    });
    return true;
  }

  /** The full sweep comes only when the store would else refuse. */
  #isOverfull(now: number): boolean {
    if (this.#size() <= this.#options.maxEntries) return false;
    this.#entries.sweep(now);
    this.#counters.sweep(now);
    return this.#size() > this.#options.maxEntries;
  }

  #size(): number {
    return this.#entries.size + this.#counters.size + this.#logs.size;
  }

  #nextSequence(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError("STORE_CLOSED", "the memory store is closed");
  }
}

function undoAll(undo: readonly Undo[]): void {
  for (const step of undo.toReversed()) step();
}

function assertBound(bound: number, path: string): void {
  if (Number.isSafeInteger(bound) && bound >= 1 && bound <= LARGEST_BOUND) return;
  throw new UsageError("INVALID_OPTION", path, `must be an integer of 1 to ${LARGEST_BOUND}`);
}
