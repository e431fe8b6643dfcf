import type { Statements } from "./statements.ts";

/** Looking for what has expired costs as much as a write; this often is often enough. Milliseconds by the store's clock. */
const EVERY_MS = 20;
/** Each sweep removes at least as many expired rows as were written since the last, and this many of the backlog. */
const BACKLOG = 100;

/** Removes what has expired, so that a file does not keep for ever what nobody can read any more. */
export class Sweeper {
  readonly #sql: Statements;
  #sweptAt = Number.NEGATIVE_INFINITY;
  #written = 0;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  /** To be called within each transaction, with the number of rows that it has written. */
  afterWriting(rows: number, now: number): void {
    this.#written += rows;
    // A clock may also be set back.
    if (Math.abs(now - this.#sweptAt) < EVERY_MS) return;
    const limit = BACKLOG + this.#written;
    this.#sql.sweepEntries.run({ now, limit });
    this.#sql.sweepCounters.run({ now, limit });
    this.#sweptAt = now;
    this.#written = 0;
  }
}
