import { untilAborted, type Clock } from "@shiming/contract";
import type { Keys } from "./read-key-set.ts";
import type { FoundKey } from "../wire.ts";

export interface FindContext {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Keeps the public keys of a gateway. */
export interface KeyCache {
  /** The key with this id, as `PublicKeys.find` has it. Rejects with `AbortError` when the signal fires first. */
  find(kid: string, context: FindContext): Promise<FoundKey>;
}

/** After this long even a known key has to be confirmed: the gateway may have withdrawn it. */
const MAX_AGE_MS = 10 * 60_000;
/** A token may name any key, and must not make us ask for it more often than this. */
const REFETCH_MS = 60_000;

/**
 * Keeps one key set for ten minutes. Before that an unknown key has the set fetched anew, once a minute at most; all who
 * wait for a set share one fetch.
 */
export function createKeyCache(fetchKeys: () => Promise<Keys | "unreachable">): KeyCache {
  let kept: { readonly keys: Keys; readonly at: number } | undefined;
  let refetchedAt: number | undefined;
  let reached = false;
  let fetching: Promise<Keys | "unreachable"> | undefined;

  const fetchAndKeep = async (at: number): Promise<Keys | "unreachable"> => {
    reached = false;
    try {
      const keys = await fetchKeys();
      if (keys !== "unreachable") {
        kept = { keys, at };
        reached = true;
      }
      return keys;
    } finally {
      fetching = undefined;
    }
  };

  return {
    async find(kid, { clock, signal }) {
      const now = clock.now();
      const fresh = isWithin(MAX_AGE_MS, kept?.at, now) ? kept?.keys : undefined;
      const known = fresh?.get(kid);
      if (known !== undefined) return known;
      if (fresh !== undefined && fetching === undefined) {
        if (isWithin(REFETCH_MS, refetchedAt, now)) return reached ? "unknown" : "unreachable";
        refetchedAt = now;
      }
      const keys = await untilAborted((fetching ??= fetchAndKeep(now)), signal);
      return keys === "unreachable" ? keys : (keys.get(kid) ?? "unknown");
    },
  };
}

/** Whether less than `span` has passed. A clock that was set back has lost count. */
function isWithin(span: number, since: number | undefined, now: number): boolean {
  return since !== undefined && now >= since && now - since < span;
}
