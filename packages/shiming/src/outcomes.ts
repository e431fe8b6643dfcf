import type { Outcome, OutcomeBase, OutcomeStatus, Problem, ProviderResult } from "@shiming/contract";
import type { Intent, Verification } from "./verification.ts";

/** The parts of each kind of answer: what is needed, and what may be there besides. Nothing else of it goes on. */
const ANSWER_PARTS: Readonly<Record<OutcomeStatus, AnswerParts>> = {
  match: { needed: [], allowed: ["attributes"] },
  mismatch: { needed: [], allowed: ["fields", "reason"] },
  "no-record": { needed: [], allowed: [] },
  invalid: { needed: ["problems"], allowed: [] },
  pending: { needed: ["handle"], allowed: [] },
  "in-doubt": { needed: [], allowed: ["handle"] },
};

interface AnswerParts {
  readonly needed: readonly string[];
  readonly allowed: readonly string[];
}

/** A provider from outside may be plain JavaScript: without these parts there is nothing to go by. */
export function isResult(result: unknown): result is ProviderResult {
  if (!isObject(result) || !isObject(result["charge"])) return false;
  const { status, charge } = result;
  return (
    typeof status === "string" &&
    Object.hasOwn(ANSWER_PARTS, status) &&
    ["yes", "no", "unknown"].includes(String(charge["charged"])) &&
    // The line above has found the row.
    ANSWER_PARTS[status as OutcomeStatus].needed.every((part) => result[part] !== undefined)
  );
}

/** A provider's result with what the engine knows: ids, time, and its own handle in place of the provider's. */
export function outcomeOf(intent: Intent, result: ProviderResult, checkedAt: string): Outcome {
  const { charge, reference } = result;
  const base: OutcomeBase = {
    verificationId: intent.id,
    provider: intent.provider,
    checkedAt,
    charge,
    ...(reference === undefined ? {} : { reference }),
  };
  if (result.status === "pending" || result.status === "in-doubt") {
    return { ...base, status: result.status, handle: intent.id };
  }
  const { needed, allowed } = ANSWER_PARTS[result.status];
  const parts = Object.entries(result).filter(([part]) => needed.includes(part) || allowed.includes(part));
  // The status, and the parts that this status has.
  return { ...base, status: result.status, ...Object.fromEntries(parts) } as Outcome;
}

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
export function recalledOutcome(verification: Verification): Outcome {
  if (verification.state === "asked") return lostOutcome(verification.intent);
  if (verification.state === "open") return verification.outcome;
  const { outcome } = verification;
  return { ...outcome, charge: { charged: "no", basis: "reused: asked once, and charged then" } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
