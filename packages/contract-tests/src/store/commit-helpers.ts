import assert from "node:assert/strict";
import type { Change, Entry, LogEntry, Store } from "@shiming/contract";

/** Commits what must be applied. */
export async function apply(store: Store, ...changes: readonly Change[]): Promise<void> {
  assert.deepEqual(await store.commit(changes), { applied: true });
}

/** Commits what must be refused because of the change at `failed`. */
export async function refuse(store: Store, failed: number, ...changes: readonly Change[]): Promise<void> {
  assert.deepEqual(await store.commit(changes), { applied: false, failed });
}

/** The entry under a key that must have one. */
export async function entryOf(store: Store, key: string): Promise<Entry> {
  const entry = await store.get(key);
  assert.ok(entry, `there is no entry under ${key}`);
  return entry;
}

export function valuesOf(entries: readonly LogEntry[]): readonly string[] {
  return entries.map(({ value }) => value);
}
