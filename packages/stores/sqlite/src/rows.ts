import type { Entry, LogEntry } from "@shiming/contract";
import type { Statements } from "./statements.ts";

// The tables are STRICT: a column holds what its type says, which the types of node:sqlite cannot know.

export function readEntry(sql: Statements, at: { key: string; now: number }): Entry | undefined {
  const row = sql.entry.get(at);
  return row && { value: row["value"] as string, version: row["version"] as number };
}

export function readCounter(sql: Statements, at: { counter: string; now: number }): number | undefined {
  return sql.counter.get(at)?.["value"] as number | undefined;
}

export function readLog(
  sql: Statements,
  part: { log: string; after: number; limit: number },
): readonly LogEntry[] {
  return sql.log
    .all(part)
    .map((row) => ({ value: row["value"] as string, sequence: row["sequence"] as number }));
}
