import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Change, Clock, CommitResult, Store } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { openSqliteStore } from "@shiming/store-sqlite";
import { onTestFinished } from "vitest";

/** The stores that the engine has to work with. */
export const STORES: readonly { readonly name: string; readonly open: (clock: Clock) => Store }[] = [
  { name: "the memory store", open: (clock) => createMemoryStore({ clock }) },
  { name: "the SQLite store", open: (clock) => openSqliteStore({ path: ":memory:", clock }) },
];

/** A file name for a database that goes with the test. */
export function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "shiming-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "shiming.db");
}

/** A store in which some calls go another way. */
export function storeWith(store: Store, other: Partial<Store>): Store {
  return {
    get: (key) => store.get(key),
    commit: (changes) => store.commit(changes),
    count: (counter) => store.count(counter),
    read: (log, options) => store.read(log, options),
    close: () => store.close(),
    ...other,
  };
}

/** A store that keeps what was written, to look for what should not have been. */
export function watched(store: Store): Store & { readonly written: readonly Change[] } {
  const written: Change[] = [];
  const commit = async (changes: readonly Change[]): Promise<CommitResult> => {
    written.push(...changes);
    return store.commit(changes);
  };
  return { ...storeWith(store, { commit }), written };
}

/** The lines of the log of verifications. */
export async function linesOf(store: Store): Promise<readonly Record<string, unknown>[]> {
  const lines = await store.read("verifications");
  return lines.map(({ value }) => JSON.parse(value) as Record<string, unknown>);
}
