import { hash } from "node:crypto";
import type { ProviderContext } from "@shiming/contract";
import { callError, NOTHING_SENT, type VendorCall } from "@shiming/provider-kit";

/** Lets a token leave once. */
export interface TokenGuard {
  /** Takes a token. Throws a `ProviderError` `REJECTED`, free of charge, for one that was taken before. */
  take(token: string, context: ProviderContext): Promise<void>;
  /** Puts a token back of which no byte has left. */
  putBack(token: string): void;
}

/** What {@link createTokenGuard} is made with. */
export interface TokenGuardOptions {
  /** Named in the error. */
  readonly call: VendorCall;
  /** Most tokens remembered in this process; past it the oldest is forgotten. Default 100000. */
  readonly capacity?: number;
}

/** The longest life that is known of a token is 30 minutes: after an hour it is worthless to send it. */
const HOUR_MS = 3_600_000;

/**
 * Makes a guard. It asks twice: the store that all processes share, and a memory of its own, because the store takes a
 * token back after a free failure such as 503, and that is no proof that the token did not leave.
 *
 * The memory holds hashes and has a bound.
 */
export function createTokenGuard({ call, capacity = 100_000 }: TokenGuardOptions): TokenGuard {
  /** Until when, by hash; a Map keeps the order in which they came. */
  const taken = new Map<string, number>();

  const forgetOld = (now: number): void => {
    for (const [key, until] of taken) {
      if (until > now && taken.size < capacity) return;
      taken.delete(key);
    }
  };

  const refuse = (): never => {
    const rule = "this token has been sent before: the app has to get a new one";
    throw callError("REJECTED", call, { rule, charge: NOTHING_SENT });
  };

  return {
    async take(token, context) {
      const now = context.clock.now();
      const key = hash("sha256", token);
      if ((taken.get(key) ?? -Infinity) > now) refuse();
      taken.delete(key);
      forgetOld(now);
      // Before the store is asked: a second call in the same moment must not get past.
      taken.set(key, now + HOUR_MS);
      const first = await context.claimOnce(token, now + HOUR_MS).catch((error: unknown) => {
        taken.delete(key);
        throw error;
      });
      if (!first) refuse();
    },
    putBack: (token) => void taken.delete(hash("sha256", token)),
  };
}
