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
import type { Sweeper } from "./sweeper.ts";

export interface CommitGroup {
  readonly commits: readonly (readonly Change[])[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly sweeper: Sweeper;
}

/**
 * Applies several commits in one transaction. Each that may fail has a savepoint of its own, so that one whose
 * condition does not hold leaves nothing and takes nothing from the others. When this throws, the transaction may still be open.
 */
export function commitGroup(
  sql: Statements,
  { commits, now, sweeper }: CommitGroup,
): readonly CommitResult[] {
  sql.begin.run();
  const writer = new Writer(sql, now);
  const results = commits.map((changes) => writer.commit(changes));
  const written = commits.reduce((sum, changes) => sum + changes.length, 0);
  sweeper.afterWriting(written, now);
  sql.setSequence.run({ value: writer.sequence });
  sql.commit.run();
  return results;
}

/** Only a condition can fail; a sum can also leave the range of safe integers. */
function mayFail(change: Change): boolean {
  return change.change === "add" || (change.change === "put" && change.expect !== undefined);
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
    if (!changes.some(mayFail)) {
      for (const change of changes) this.#apply(change);
      return { applied: true };
    }
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
