import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { resultCode, SnapshotError } from "./snapshot-error.ts";

/** For one that recovers its write-ahead log; who holds the file longer is told. Milliseconds. */
const LONGEST_WAIT_MS = 500;
/** SQLITE_READONLY and SQLITE_CANTOPEN: the files that write-ahead logging wants beside this one cannot be made. */
const NO_FILES_BESIDE: ReadonlySet<number | undefined> = new Set([8, 14]);

/**
 * Opens a file for reading only and begins a transaction: what it sees then does not change.
 *
 * @param path - Absolute.
 * @throws SnapshotError for what is no plain file; what SQLite throws for the rest.
 */
export function openSqliteFile(path: string): DatabaseSync {
  assertFile(path);
  try {
    return begin(path);
  } catch (error) {
    if (!NO_FILES_BESIDE.has(resultCode(error))) throw error;
    if (sizeOf(`${path}-wal`) > 0) throw new SnapshotError("LOG_BESIDE");
    // On a medium that cannot be written nobody else writes either (https://sqlite.org/uri.html, immutable).
    const uri = pathToFileURL(path);
    uri.searchParams.set("immutable", "1");
    return begin(uri);
  }
}

/** A pipe would keep SQLite waiting. */
function assertFile(path: string): void {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about === undefined) throw new SnapshotError("NOT_THERE");
  if (!about.isFile()) throw new SnapshotError("NO_FILE");
}

function begin(path: string | URL): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true, timeout: LONGEST_WAIT_MS });
  try {
    db.exec("BEGIN");
    // Only a statement that reads opens the file in truth.
    db.exec("SELECT 1 FROM sqlite_schema LIMIT 1");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
