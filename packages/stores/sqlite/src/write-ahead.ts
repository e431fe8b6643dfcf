import type { DatabaseSync } from "node:sqlite";
import { isBusy } from "./sqlite-error.ts";

const PAUSE_MS = 10;

/**
 * Turns on write-ahead logging, with a wait for the disk at every commit, and sets how long writers wait for each
 * other. Processes that make the same file at the same time meet here, where SQLite's own waiting does not work: it
 * would be a deadlock, so one of them is told "busy" at once (https://sqlite.org/c3ref/busy_handler.html).
 */
export function writeAhead(db: DatabaseSync, busyTimeoutMs: number): void {
  db.exec("PRAGMA busy_timeout = 0");
  for (let waited = 0; !switchedOver(db, waited >= busyTimeoutMs); waited += PAUSE_MS) pause();
  db.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}; PRAGMA synchronous = FULL`);
}

/** False when another process is in the way; the last time that is an error. */
function switchedOver(db: DatabaseSync, isLastTry: boolean): boolean {
  try {
    db.exec("PRAGMA journal_mode = WAL");
    return true;
  } catch (error) {
    if (isLastTry || !isBusy(error)) throw error;
    return false;
  }
}

/** Blocks, as every call of node:sqlite does. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}
