import type { DatabaseSync } from "node:sqlite";
import { StoreError } from "@shiming/contract";

/**
 * The schema, step by step: the version of a file is how many steps it has taken. Steps are added, never edited.
 *
 * `sequence` in `meta` gives versions and sequence numbers from one count, so that a key written anew never has an
 * old version.
 */
export const MIGRATIONS: readonly string[] = [
  `INSERT INTO meta VALUES ('sequence', 0);

   CREATE TABLE entries (
     key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, expires_at INTEGER
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX entries_by_expiry ON entries (expires_at) WHERE expires_at IS NOT NULL;

   CREATE TABLE counters (
     counter TEXT PRIMARY KEY, value INTEGER NOT NULL, expires_at INTEGER
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX counters_by_expiry ON counters (expires_at) WHERE expires_at IS NOT NULL;

   CREATE TABLE log_entries (
     log TEXT NOT NULL, sequence INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (log, sequence)
   ) STRICT, WITHOUT ROWID;`,
];

/**
 * Brings a file to the newest schema in one transaction, which processes that open it together take in turn.
 *
 * Throws a `StoreError` when a later version of this package has written the file: it may mean what we cannot know.
 */
export function migrate(db: DatabaseSync): void {
  db.exec("BEGIN IMMEDIATE");
  try {
    db.exec(
      "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    );
    const found = Number(db.prepare("SELECT value FROM meta WHERE name = 'schema'").get()?.["value"] ?? 0);
    if (found > MIGRATIONS.length) throw new StoreError("STORE_FAILED", newerSchema(found));
    for (const step of MIGRATIONS.slice(found)) db.exec(step);
    db.prepare("INSERT OR REPLACE INTO meta VALUES ('schema', ?)").run(MIGRATIONS.length);
    db.exec("COMMIT");
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function newerSchema(found: number): string {
  return `the file has schema version ${found}, this package knows versions up to ${MIGRATIONS.length}`;
}
