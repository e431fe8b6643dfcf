import {
  type Outcome,
  type OutcomeBase,
  type Problem,
  type ProviderResult,
  StoreError,
} from "@shiming/contract";
import type { Entry, Intent } from "./entry.ts";

const REUSED = "reused: asked once, and charged then";

/** Found by our own check: nothing was sent. */
export function invalidOutcome(
  problems: readonly Problem[],
  verificationId: string,
  checkedAt: string,
): Outcome {
  return {
    status: "invalid",
    verificationId,
    provider: "local",
    checkedAt,
    charge: { charged: "no", basis: "local: nothing was sent" },
    problems,
  };
}

/** A provider's result with what the engine knows: ids, time, and its own handle in place of the provider's. */
export function outcomeOf(intent: Intent, result: ProviderResult, checkedAt: string): Outcome {
  const { reference: _reference, ...answer } = result;
  const base: OutcomeBase = {
    verificationId: intent.id,
    provider: intent.provider,
    checkedAt,
    charge: result.charge,
  };
  return answer.status === "pending" || answer.status === "in-doubt"
    ? { ...base, status: answer.status, handle: intent.id }
    : { ...answer, ...base };
}

/** Asked, and no answer written: the call is under way elsewhere, or its process has died. */
export function lostOutcome(intent: Intent): Outcome {
  return {
    status: "in-doubt",
    verificationId: intent.id,
    provider: intent.provider,
    checkedAt: intent.at,
    charge: { charged: "unknown", basis: `${intent.provider}: the call began and no answer was written` },
    handle: intent.id,
  };
}

/** The outcome of an earlier call, given again at no cost. */
export function recalledOutcome(entry: Entry | undefined): Outcome {
  if (entry === undefined)
    throw new StoreError("STORE_FAILED", "a verification has gone before its idempotency key");
  if (entry.state === "asked") return lostOutcome(entry.intent);
  if (entry.state === "open") return entry.outcome;
  return { ...entry.outcome, charge: { charged: "no", basis: REUSED } };
}
