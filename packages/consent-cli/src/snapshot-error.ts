/** Why a file could not be read as a ledger, as the `code` of a {@link SnapshotError}. */
export type SnapshotErrorCode =
  "NOT_THERE" | "NO_FILE" | "UNREADABLE" | "LOCKED" | "DAMAGED" | "LOG_BESIDE" | "FOREIGN" | "LATER_SCHEMA";

const RULES: Readonly<Record<SnapshotErrorCode, string>> = {
  NOT_THERE: "is not there",
  NO_FILE: "is no plain file",
  UNREADABLE: "cannot be read",
  LOCKED: "is locked by another process: try again when that is done",
  DAMAGED: "is damaged: SQLite finds its pages malformed",
  LOG_BESIDE:
    "has a write-ahead log (-wal) beside it that cannot be read in this folder: copy both to one that can be written",
  FOREIGN: "is no file of @shiming/store-sqlite",
  LATER_SCHEMA: "was written by a later version of @shiming/store-sqlite than this command knows",
};

/** A file that cannot be read as a ledger. Names the rule and nothing of the file. */
export class SnapshotError extends Error {
  override readonly name: string = "SnapshotError";
  readonly code: SnapshotErrorCode;

  constructor(code: SnapshotErrorCode) {
    super(RULES[code]);
    this.code = code;
  }
}

/** By SQLite's primary result code (https://sqlite.org/rescode.html): its own words may hold a path, and say less. */
const BY_RESULT: ReadonlyMap<number, SnapshotErrorCode> = new Map([
  [1, "FOREIGN"], // SQLITE_ERROR: a table that the statements are for is not there
  [5, "LOCKED"], // SQLITE_BUSY
  [6, "LOCKED"], // SQLITE_LOCKED
  [11, "DAMAGED"], // SQLITE_CORRUPT
  [26, "FOREIGN"], // SQLITE_NOTADB
]);

/** SQLite's primary result code; `undefined` for what SQLite has not thrown. */
export function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode % 256 : undefined;
}

/** What SQLite has thrown, in our words; `undefined` for anything else. */
export function snapshotErrorOf(error: unknown): SnapshotError | undefined {
  if (error instanceof SnapshotError) return error;
  const code = resultCode(error);
  return code === undefined ? undefined : new SnapshotError(BY_RESULT.get(code) ?? "UNREADABLE");
}
