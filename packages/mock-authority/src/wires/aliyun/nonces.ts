import type { Clock } from "../../clock.ts";
import { createExpiringMap } from "../../expiring-map.ts";

/** A signed date is good for fifteen minutes on either side of now, and a nonce for as long as its date. */
const LIFETIME_MS = 30 * 60_000;
const CAPACITY = 10_000;

/** Nonces that were used. */
export interface Nonces {
  /** False when it was used before. */
  take(nonce: string): boolean;
  /** Forgets them. */
  clear(): void;
}

/** None used yet. */
export function createNonces(clock: Clock): Nonces {
  const used = createExpiringMap<true>({ capacity: CAPACITY, clock });
  return {
    take(nonce) {
      if (used.get(nonce) !== undefined) return false;
      used.set(nonce, true, LIFETIME_MS);
      return true;
    },
    clear: () => used.clear(),
  };
}
