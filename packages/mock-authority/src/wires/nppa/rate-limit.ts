import type { Clock } from "../../clock.ts";

/** Counts the requests of one interface. */
export interface RateLimit {
  /** Whether another one may come now. One over the limit blocks the interface. */
  admit(): boolean;
  /** Forgets what came. */
  clear(): void;
}

/** How many may come. */
export interface RateLimitOptions {
  /** Requests in one second of the clock. */
  readonly perSecond: number;
  readonly clock: Clock;
}

/** Over the limit an interface is blocked for one minute (specification V1.8). */
const BLOCKED_MS = 60_000;

/** A limit that nothing has come up against yet. */
export function createRateLimit({ perSecond, clock }: RateLimitOptions): RateLimit {
  let second = -1;
  let count = 0;
  let blockedUntil = 0;
  return {
    admit() {
      const now = clock.now();
      if (now < blockedUntil) return false;
      const current = Math.floor(now / 1000);
      count = current === second ? count + 1 : 1;
      second = current;
      if (count <= perSecond) return true;
      blockedUntil = now + BLOCKED_MS;
      return false;
    },
    clear() {
      second = -1;
      blockedUntil = 0;
    },
  };
}
