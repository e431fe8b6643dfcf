import type { Clock } from "./clock.ts";

/** A map that forgets by age and by number, so that a mock left running stays small. */
export interface ExpiringMap<Value> {
  /** The value, or undefined when it is unknown, expired or was dropped. */
  get(key: string): Value | undefined;
  /** Stores a value for `lifetimeMs` milliseconds; past the capacity the oldest entry goes. */
  set(key: string, value: Value, lifetimeMs: number): void;
  /** Forgets everything. */
  clear(): void;
}

/** What an expiring map needs. */
export interface ExpiringMapOptions {
  /** Most entries kept at once. */
  readonly capacity: number;
  /** Decides what has expired. */
  readonly clock: Clock;
}

/** An empty expiring map. */
export function createExpiringMap<Value>({ capacity, clock }: ExpiringMapOptions): ExpiringMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly expiresAt: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined || entry.expiresAt > clock.now()) return entry?.value;
      entries.delete(key);
      return undefined;
    },
    set(key, value, lifetimeMs) {
      entries.delete(key); // a Map keeps insertion order: setting again makes the entry the newest
      const oldest = entries.size >= capacity ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      entries.set(key, { value, expiresAt: clock.now() + lifetimeMs });
    },
    clear: () => entries.clear(),
  };
}
