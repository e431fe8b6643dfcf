import {
  addToCounter,
  type Add,
  type Append,
  type Change,
  type CommitResult,
  type Put,
} from "@shiming/contract";
import { readCounter, readEntry } from "./rows.ts";
import type { Statements } from "./statements.ts";

/** Each commit removes at least as many expired records as it wrote, and this many of the backlog. */
const BACKLOG_SWEEP = 100;

export interface CommitGroup {
  readonly commits: readonly (readonly Change[])[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Applies several commits in one transaction. Each has a savepoint of its own, so that one whose condition does not
 * hold leaves nothing and takes nothing from the others. When this throws, the transaction may still be open.
 */
export function commitGroup(sql: Statements, { commits, now }: CommitGroup): readonly CommitResult[] {
  sql.begin.run();
  const writer = new Writer(sql, now);
  const results = commits.map((changes) => writer.commit(changes));
  const limit = BACKLOG_SWEEP + commits.reduce((sum, changes) => sum + changes.length, 0);
  sql.sweepEntries.run({ now, limit });
  sql.sweepCounters.run({ now, limit });
  sql.setSequence.run({ value: writer.sequence });
  sql.commit.run();
  return results;
}

/** Writes within the open transaction. */
class Writer {
  readonly #sql: Statements;
  readonly #now: number;
  /** The last number given out as a version or as the sequence of a log entry. */
  sequence: number;

  constructor(sql: Statements, now: number) {
    this.#sql = sql;
    this.#now = now;
    this.sequence = Number(sql.sequence.get()?.["value"]);
  }

  commit(changes: readonly Change[]): CommitResult {
    this.#sql.savepoint.run();
    const failed = changes.findIndex((change) => !this.#apply(change));
    if (failed >= 0) this.#sql.rollBackOne.run();
    this.#sql.release.run();
    return failed >= 0 ? { applied: false, failed } : { applied: true };
  }

  /** False when the condition of the change does not hold. */
  #apply(change: Change): boolean {
    switch (change.change) {
      case "put":
        return this.#put(change);
      case "remove":
        this.#sql.remove.run({ key: change.key });
        return true;
      case "add":
        return this.#add(change);
      case "append":
        return this.#append(change);
      default:
        return change satisfies never;
    }
  }

  #put({ key, value, expect, expiresAt }: Put): boolean {
    if (expect !== undefined) {
      const present = readEntry(this.#sql, { key, now: this.#now });
      if (expect !== (present?.version ?? "absent")) return false;
    }
    this.#sql.put.run({ key, value, version: this.#next(), expiresAt: expiresAt ?? null });
    return true;
  }

  #add(add: Add): boolean {
    const { counter, expiresAt } = add;
    const present = readCounter(this.#sql, { counter, now: this.#now });
    const value = addToCounter(present ?? 0, add);
    if (value === undefined) return false;
    if (present === undefined) this.#sql.makeCounter.run({ counter, value, expiresAt: expiresAt ?? null });
    else this.#sql.setCounter.run({ counter, value });
    return true;
  }

  #append({ log, value }: Append): boolean {
    this.#sql.append.run({ log, value, sequence: this.#next() });
    return true;
  }

  #next(): number {
    this.sequence += 1;
    return this.sequence;
  }
}
