import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { LedgerSource } from "@shiming/consent";
import { found, numberFaults, type SnapshotFinding } from "./snapshot-faults.ts";
import { openSqliteFile } from "./open-sqlite-file.ts";
import { SnapshotError, snapshotErrorOf } from "./snapshot-error.ts";

/** A file of `@shiming/store-sqlite` as it stands at one moment, opened for reading only: evidence stays as it is. */
export interface SqliteSnapshot extends LedgerSource {
  keys(prefix: string): Iterable<string>;
  /** The apps that have a ledger, or a part of one, in the file. */
  apps(): readonly string[];
  /** What is wrong with the numbers of the whole file. */
  numberFaults(): readonly SnapshotFinding[];
  /** Logs that stand below an app, where its ledger has none. */
  logFaults(appId: string): readonly SnapshotFinding[];
  close(): void;
}

/** The schema of `@shiming/store-sqlite` that the statements below are for. */
const SCHEMA = 1;
/** In the order of keys, `/` is followed by `0`. */
const AFTER_SLASH = "0";
/** What the names of an app's ledger begin with; its only log is `consent/<app>`. */
const FAMILIES = ["consent", "consent-chain", "consent-record"];

const SQL = {
  schema: "SELECT value FROM meta WHERE name = 'schema'",
  entry: "SELECT value, version FROM entries WHERE key = ? AND expires_at IS NULL",
  log: "SELECT value, sequence FROM log_entries WHERE log = ? AND sequence > ? ORDER BY sequence LIMIT ?",
  keys: "SELECT key AS name FROM entries WHERE key >= ? AND key < ?",
  firstKey: "SELECT min(key) AS name FROM entries WHERE key >= ? AND key < ?",
  logBelow: "SELECT log AS name FROM log_entries WHERE log >= ? AND log < ? LIMIT 1",
  firstLog: "SELECT min(log) AS name FROM log_entries WHERE log >= ? AND log < ?",
} as const;

/**
 * Opens a file. One read transaction keeps the moment, also while others write.
 *
 * @param path - Absolute.
 * @throws SnapshotError when the file cannot be read, or is none of a store of this schema.
 */
export function openSqliteSnapshot(path: string): SqliteSnapshot {
  try {
    const db = openSqliteFile(path);
    try {
      assertSchema(db);
      return snapshotOf(db);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    // What neither SQLite nor we have thrown is the file system's: no right to look there.
    throw snapshotErrorOf(error) ?? new SnapshotError("UNREADABLE");
  }
}

function assertSchema(db: DatabaseSync): void {
  const schema = db.prepare(SQL.schema).get()?.["value"];
  if (typeof schema === "number" && schema > SCHEMA) throw new SnapshotError("LATER_SCHEMA");
  if (schema !== SCHEMA) throw new SnapshotError("FOREIGN");
}

function snapshotOf(db: DatabaseSync): SqliteSnapshot {
  const entry = db.prepare(SQL.entry);
  const log = db.prepare(SQL.log);
  const firstLog = db.prepare(SQL.logBelow);
  // The tables are STRICT: a column holds what its type says, which the types of node:sqlite cannot know.
  return {
    async get(key) {
      const row = entry.get(key);
      return row && { value: row["value"] as string, version: row["version"] as number };
    },
    async read(name, { after = 0, limit = 1000 } = {}) {
      const rows = log.all(name, after, limit);
      return rows.map((row) => ({ value: row["value"] as string, sequence: row["sequence"] as number }));
    },
    *keys(prefix) {
      // A statement of its own: two readings may be under way.
      for (const row of db.prepare(SQL.keys).iterate(prefix, endOf(prefix))) yield row["name"] as string;
    },
    apps: () => [...appsIn(db)].toSorted(),
    numberFaults: () => numberFaults(db),
    logFaults: (appId) => {
      const below = FAMILIES.map((family) => `${family}/${appId}/`);
      return below.flatMap((from) => found("log-unknown", firstLog.get(from, endOf(from))));
    },
    close: () => db.close(),
  };
}

function endOf(prefix: string): string {
  return `${prefix.slice(0, -1)}${AFTER_SLASH}`;
}

function appsIn(db: DatabaseSync): ReadonlySet<string> {
  const inLog = db.prepare(SQL.firstLog);
  const inKeys = db.prepare(SQL.firstKey);
  return new Set([
    ...appsAfter(inLog, "consent/"),
    ...appsAfter(inKeys, "consent/"),
    ...appsAfter(inKeys, "consent-chain/"),
  ]);
}

/** From one app to the next, without reading what lies between. */
function* appsAfter(first: StatementSync, prefix: string): Generator<string> {
  let from = prefix;
  for (;;) {
    const name = first.get(from, endOf(prefix))?.["name"];
    if (typeof name !== "string") return;
    const [app = ""] = name.slice(prefix.length).split("/");
    yield app;
    // Behind everything that begins with this app and a slash; a name without a slash is behind itself.
    from = name === `${prefix}${app}` ? `${name}!` : `${prefix}${app}${AFTER_SLASH}`;
  }
}
