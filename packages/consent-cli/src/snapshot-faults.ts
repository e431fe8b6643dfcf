import type { DatabaseSync } from "node:sqlite";

/** What can be wrong with a file beside the ledgers in it. */
export type SnapshotFault = "count-missing" | "number-out-of-range" | "number-repeated" | "log-unknown";

/** Where a file is not as `@shiming/store-sqlite` writes it. */
export interface SnapshotFinding {
  readonly reason: SnapshotFault;
  /** The key of the entry, or the name of the log, that it is about. */
  readonly entry?: string;
}

/** One sentence for each, for people. */
export const SNAPSHOT_FAULTS: Readonly<Record<SnapshotFault, string>> = {
  "count-missing": "the count that versions and sequence numbers are taken from is missing, or is none",
  "number-out-of-range": "a version or sequence number was never given out",
  "number-repeated": "a version or sequence number is there twice",
  "log-unknown": "a log stands where the ledger has none",
};

const SQL = {
  count: "SELECT value FROM meta WHERE name = 'sequence'",
  outOfRange: `SELECT key AS name FROM entries WHERE version NOT BETWEEN 1 AND @count
    UNION ALL SELECT log FROM log_entries WHERE sequence NOT BETWEEN 1 AND @count LIMIT 1`,
  repeated: `SELECT name FROM (
      SELECT key AS name, version AS number FROM entries UNION ALL SELECT log, sequence FROM log_entries
    ) GROUP BY number HAVING count(*) > 1 LIMIT 1`,
} as const;

/**
 * Looks at the numbers of the whole file. The store gives versions and sequence numbers from one count, each once, and
 * keeps the last in `meta`.
 */
export function numberFaults(db: DatabaseSync): readonly SnapshotFinding[] {
  const statement = db.prepare(SQL.count);
  // A number beyond what JavaScript can count is a finding here and no error.
  statement.setReadBigInts(true);
  const count = statement.get()?.["value"];
  if (typeof count !== "bigint" || count < 0n || count > BigInt(Number.MAX_SAFE_INTEGER)) {
    return [{ reason: "count-missing" }];
  }
  return [
    ...found("number-out-of-range", db.prepare(SQL.outOfRange).get({ count })),
    ...found("number-repeated", db.prepare(SQL.repeated).get()),
  ];
}

/** A fault for a row with a name, none for no row. */
export function found(
  reason: SnapshotFault,
  row: Readonly<Record<string, unknown>> | undefined,
): readonly SnapshotFinding[] {
  return row === undefined ? [] : [{ reason, entry: String(row["name"]) }];
}
