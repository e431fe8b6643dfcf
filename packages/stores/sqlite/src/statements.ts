import type { DatabaseSync, StatementSync } from "node:sqlite";

/** An entry or counter is there until its `expires_at`; `@now` is by the store's clock. */
const SQL = {
  begin: "BEGIN IMMEDIATE",
  commit: "COMMIT",
  rollBack: "ROLLBACK",
  savepoint: "SAVEPOINT one",
  release: "RELEASE one",
  rollBackOne: "ROLLBACK TO one",

  sequence: "SELECT value FROM meta WHERE name = 'sequence'",
  setSequence: "UPDATE meta SET value = @value WHERE name = 'sequence'",

  entry: `SELECT value, version FROM entries
          WHERE key = @key AND (expires_at IS NULL OR expires_at > @now)`,
  put: "INSERT OR REPLACE INTO entries VALUES (@key, @value, @version, @expiresAt)",
  remove: "DELETE FROM entries WHERE key = @key",

  counter: `SELECT value FROM counters
            WHERE counter = @counter AND (expires_at IS NULL OR expires_at > @now)`,
  setCounter: "UPDATE counters SET value = @value WHERE counter = @counter",
  makeCounter: "INSERT OR REPLACE INTO counters VALUES (@counter, @value, @expiresAt)",

  append: "INSERT INTO log_entries VALUES (@log, @sequence, @value)",
  log: `SELECT value, sequence FROM log_entries WHERE log = @log AND sequence > @after
        ORDER BY sequence LIMIT @limit`,

  sweepEntries: `DELETE FROM entries WHERE key IN
                 (SELECT key FROM entries WHERE expires_at <= @now LIMIT @limit)`,
  sweepCounters: `DELETE FROM counters WHERE counter IN
                  (SELECT counter FROM counters WHERE expires_at <= @now LIMIT @limit)`,
} as const;

/** Every statement of the store, prepared once. */
export type Statements = { readonly [Name in keyof typeof SQL]: StatementSync };

export function prepareStatements(db: DatabaseSync): Statements {
  const prepared = Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)]);
  // One statement for each name of the table above; `fromEntries` forgets the names.
  return Object.fromEntries(prepared) as Statements;
}
