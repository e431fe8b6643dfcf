import { closeSync, openSync } from "node:fs";
import { resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  assertChanges,
  assertKey,
  readWindow,
  StoreError,
  systemClock,
  UsageError,
  type Change,
  type Clock,
  type CommitResult,
  type Entry,
  type LogEntry,
  type ReadOptions,
  type Store,
} from "@shiming/contract";
import { commitGroup } from "./commit-group.ts";
import { GroupCommit } from "./group-commit.ts";
import { migrate } from "./migrations.ts";
import { readCounter, readEntry, readLog } from "./rows.ts";
import { translated } from "./sqlite-error.ts";
import { prepareStatements, type Statements } from "./statements.ts";
import { Sweeper } from "./sweeper.ts";
import { writeAhead } from "./write-ahead.ts";

/** Where and how {@link openSqliteStore} opens its file. */
export interface SqliteStoreOptions {
  /** The file, made when it is not there, or `:memory:`. It belongs to the store alone; its folder must exist. */
  readonly path: string;
  /** What expiry goes by. Default: the clock of the machine. */
  readonly clock?: Clock;
  /** How long to wait, and block, while another process writes, in milliseconds, at most 60 000. Default 5000. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens a store in one SQLite file. Several processes of one machine may share it.
 *
 * A commit is resolved when it is on the disk (WAL, `synchronous=FULL`). Commits of one turn of the event loop share
 * one transaction, and so one wait for the disk.
 *
 * Throws a `UsageError` with code `INVALID_OPTION`, or a `StoreError` with code `STORE_FAILED` when the file cannot be
 * opened, is no database, or was written by a later version of this package.
 *
 * @example
 * ```ts
 * import { openSqliteStore } from "@shiming/store-sqlite";
 *
 * const store = openSqliteStore({ path: "shiming.db" });
 * await store.commit([{ change: "append", log: "ledger", value: "opened" }]);
 * await store.close();
 * ```
 */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  const { path, clock = systemClock, busyTimeoutMs = 5000 } = options;
  if (typeof path !== "string" || path === "") refuse("options.path", "must be a file name or :memory:");
  if (!Number.isSafeInteger(busyTimeoutMs) || busyTimeoutMs < 0 || busyTimeoutMs > LONGEST_WAIT_MS)
    refuse("options.busyTimeoutMs", `must be an integer of 0 to ${LONGEST_WAIT_MS}`);
  return translated("open the file", () => openStore({ path, clock, busyTimeoutMs }));
}

const LONGEST_WAIT_MS = 60_000;

function refuse(path: string, rule: string): never {
  throw new UsageError("INVALID_OPTION", path, rule);
}

function openStore({ path, clock, busyTimeoutMs }: Required<SqliteStoreOptions>): Store {
  const db = new DatabaseSync(path === ":memory:" ? path : ownFile(path));
  try {
    writeAhead(db, busyTimeoutMs);
    migrate(db);
    return new SqliteStore(db, clock);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A new file is for its owner's eyes only, as are the files that SQLite puts beside it. Absolute, so it is no URI. */
function ownFile(path: string): string {
  const absolute = resolve(path);
  closeSync(openSync(absolute, "a", 0o600));
  return absolute;
}

class SqliteStore implements Store {
  readonly #db: DatabaseSync;
  readonly #clock: Clock;
  readonly #sql: Statements;
  readonly #sweeper: Sweeper;
  readonly #commits: GroupCommit<readonly Change[], CommitResult>;
  #closed = false;

  constructor(db: DatabaseSync, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    this.#sql = prepareStatements(db);
    this.#sweeper = new Sweeper(this.#sql);
    this.#commits = new GroupCommit((commits) => this.#commitGroup(commits));
  }

  async get(key: string): Promise<Entry | undefined> {
    this.#assertOpen();
    assertKey(key, "key");
    return translated("read an entry", () => readEntry(this.#sql, { key, now: this.#clock.now() }));
  }

  async commit(changes: readonly Change[]): Promise<CommitResult> {
    this.#assertOpen();
    assertChanges(changes);
    return this.#commits.add(changes);
  }

  async count(counter: string): Promise<number> {
    this.#assertOpen();
    assertKey(counter, "counter");
    const at = { counter, now: this.#clock.now() };
    return translated("read a counter", () => readCounter(this.#sql, at) ?? 0);
  }

  async read(log: string, options?: ReadOptions): Promise<readonly LogEntry[]> {
    this.#assertOpen();
    assertKey(log, "log");
    const window = readWindow(options);
    return translated("read a log", () => readLog(this.#sql, { log, ...window }));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#commits.flush();
    translated("close the file", () => this.#db.close());
  }

  #commitGroup(commits: readonly (readonly Change[])[]): readonly CommitResult[] {
    return translated("commit", () => {
      try {
        return commitGroup(this.#sql, { commits, now: this.#clock.now(), sweeper: this.#sweeper });
      } catch (error) {
        if (this.#db.isTransaction) this.#sql.rollBack.run();
        throw error;
      }
    });
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError("STORE_CLOSED", "the SQLite store is closed");
  }
}
