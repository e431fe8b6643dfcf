import {
  addToCounter,
  assertChanges,
  assertKey,
  readWindow,
  StoreError,
  type Add,
  type Change,
  type Clock,
  type CommitResult,
  type Entry,
  type LogEntry,
  type ReadOptions,
  type Store,
} from "@shiming/contract";

/** What a {@link PlainStore} holds. */
export interface Data {
  entries: Map<string, Entry & { expiresAt: number }>;
  counters: Map<string, { value: number; expiresAt: number }>;
  logs: { log: string; entry: LogEntry }[];
}

/** The simplest store that keeps every promise: a commit works on a copy. Each flaw overrides one method. */
export class PlainStore implements Store {
  clock: Clock;
  data: Data = { entries: new Map(), counters: new Map(), logs: [] };
  sequence = 0;
  closed = false;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  async get(key: string): Promise<Entry | undefined> {
    this.assertOpen();
    this.checkKey(key, "key");
    const entry = this.data.entries.get(key);
    return entry && this.isAlive(entry) ? { value: entry.value, version: entry.version } : undefined;
  }

  async count(counter: string): Promise<number> {
    this.assertOpen();
    this.checkKey(counter, "counter");
    const found = this.data.counters.get(counter);
    return found && this.isAlive(found) ? found.value : 0;
  }

  async read(log: string, options?: ReadOptions): Promise<readonly LogEntry[]> {
    this.assertOpen();
    this.checkKey(log, "log");
    const entries = this.data.logs.filter((each) => each.log === log).map(({ entry }) => entry);
    return this.page(entries, readWindow(options));
  }

  async commit(changes: readonly Change[]): Promise<CommitResult> {
    this.assertOpen();
    this.checkChanges(changes);
    const before = this.data;
    const working: Data = {
      entries: new Map(before.entries),
      counters: new Map(before.counters),
      logs: [...before.logs],
    };
    this.data = working;
    const failed = changes.findIndex((change) => !this.apply(change));
    if (failed < 0) return { applied: true };
    this.data = this.afterFailure(before, working);
    return { applied: false, failed };
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  apply(change: Change): boolean {
    const { entries, counters, logs } = this.data;
    switch (change.change) {
      case "put": {
        const present = entries.get(change.key);
        const version = present && this.isAlive(present) ? present.version : "absent";
        if (change.expect !== undefined && !this.meets(change.expect, version)) return false;
        const { key, value, expiresAt = Infinity } = change;
        entries.set(key, { value, version: this.nextVersion(key), expiresAt });
        return true;
      }
      case "remove":
        entries.delete(change.key);
        return true;
      case "add": {
        const present = counters.get(change.counter);
        const alive = present && this.isAlive(present) ? present : undefined;
        const value = addToCounter(alive?.value ?? 0, this.capped(change));
        if (value === undefined) return false;
        const expiresAt = alive?.expiresAt ?? change.expiresAt ?? Infinity;
        counters.set(change.counter, { value, expiresAt });
        return true;
      }
      case "append":
        this.log(logs, { log: change.log, entry: { value: change.value, sequence: this.next() } });
        return true;
      default:
        return change satisfies never;
    }
  }

  // What the flaws override.
  isAlive(record: { expiresAt: number }): boolean {
    return record.expiresAt > this.clock.now();
  }
  meets(expected: "absent" | number, version: "absent" | number): boolean {
    return expected === version;
  }
  nextVersion(_key: string): number {
    return this.next();
  }
  next(): number {
    return (this.sequence += 1);
  }
  capped(add: Add): Add {
    return add;
  }
  log(logs: Data["logs"], entry: Data["logs"][number]): void {
    logs.push(entry);
  }
  page(entries: readonly LogEntry[], { after, limit }: Required<ReadOptions>): readonly LogEntry[] {
    return entries.filter(({ sequence }) => sequence > after).slice(0, limit);
  }
  afterFailure(before: Data, _working: Data): Data {
    return before;
  }
  checkKey(key: string, path: string): void {
    assertKey(key, path);
  }
  checkChanges(changes: readonly Change[]): void {
    assertChanges(changes);
  }
  assertOpen(): void {
    if (this.closed) throw new StoreError("STORE_CLOSED", "the store is closed");
  }
}
