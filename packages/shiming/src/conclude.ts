import {
  type Charge,
  type Outcome,
  type ProviderResult,
  ProviderError,
  ShimingError,
} from "@shiming/contract";
import type { Answered, NotAnswered } from "./ask.ts";
import type { Found } from "./ledger.ts";
import { lostOutcome, outcomeOf, recalledOutcome } from "./outcomes.ts";
import { isStated, signReceipt } from "./receipt.ts";
import type { Tools } from "./tools.ts";
import type { Ending, Intent, OpenVerification, Verification } from "./verification.ts";

/** Ends an answered call: receipt, then outcome, charge and disclosure in one commit. */
export async function conclude(tools: Tools, intent: Intent, answered: Answered): Promise<Outcome> {
  const signed = await withReceipt(tools, intent, answered.result);
  const next = verificationOf(intent, signed.outcome, handleOf(answered.result));
  await tools.ledger.settle(intent, { next, ending: endingOf(answered, signed) });
  return signed.outcome;
}

/** The same for an answer that was asked for later. When another call was faster, theirs is the answer. */
export async function concludeLate(
  tools: Tools,
  found: Found<OpenVerification>,
  answered: Answered,
): Promise<Outcome> {
  const { intent, providerHandle } = found.verification;
  const signed = await withReceipt(tools, intent, answered.result);
  const next = verificationOf(intent, signed.outcome, handleOf(answered.result) ?? providerHandle);
  const late: Verification = next.state === "settled" ? { ...next, wasOpen: true } : next;
  if (await tools.ledger.amend(found, late, endingOf(answered, signed))) return signed.outcome;
  const faster = await tools.ledger.find(intent.id);
  return faster === undefined ? signed.outcome : recalledOutcome(faster.verification);
}

/**
 * Ends a call without an answer. Certainly free: as if it had never been asked. Anything else stays open as in-doubt,
 * so that the same idempotency key is never charged twice.
 */
export async function concludeFailure(tools: Tools, intent: Intent, failed: NotAnswered): Promise<void> {
  const ending = failureOf(intent, failed);
  if (ending.charge.charged !== "no") {
    return tools.ledger.settle(intent, {
      next: { state: "open", intent, outcome: lostOutcome(intent) },
      ending,
    });
  }
  const unclaimed = neverLeft(failed) ? failed.claimed : [];
  return tools.ledger.settle(intent, { ending, unclaimed });
}

/** Nothing was opened, or the vendor is known to have done nothing and may be asked again: the token is still good. */
function neverLeft({ error, sent }: NotAnswered): boolean {
  return sent.length === 0 || (error instanceof ProviderError && error.retryable);
}

function failureOf(intent: Intent, { error, sent }: NotAnswered): Ending {
  const status = error instanceof ShimingError ? error.code : "in-doubt";
  const charge = chargeOf(intent, error, sent.length);
  const reference = error instanceof ProviderError ? error.reference : undefined;
  return { status, charge, sent, ...(reference === undefined ? {} : { reference }) };
}

function chargeOf(intent: Intent, error: unknown, opened: number): Charge {
  // Every check has a personal part that it cannot be asked without.
  if (opened === 0)
    return { charged: "no", basis: `${intent.provider}: nothing was opened, so nothing was sent` };
  return error instanceof ProviderError ? error.charge : lostOutcome(intent).charge;
}

function endingOf({ result, sent }: Answered, { signerFailed }: Signed): Ending {
  const { status, charge, reference } = result;
  return {
    status,
    charge,
    sent,
    ...(reference === undefined ? {} : { reference }),
    ...(signerFailed ? { receipt: "failed" } : {}),
  };
}

function handleOf(result: ProviderResult): string | undefined {
  return "handle" in result ? result.handle : undefined;
}

function verificationOf(intent: Intent, outcome: Outcome, providerHandle: string | undefined): Verification {
  if (outcome.status !== "pending" && outcome.status !== "in-doubt")
    return { state: "settled", intent, outcome };
  return { state: "open", intent, outcome, ...(providerHandle === undefined ? {} : { providerHandle }) };
}

interface Signed {
  readonly outcome: Outcome;
  readonly signerFailed: boolean;
}

async function withReceipt(tools: Tools, intent: Intent, result: ProviderResult): Promise<Signed> {
  const { clock, receipts: options, keys } = tools;
  const outcome = outcomeOf(intent, result, new Date(clock.now()).toISOString());
  if (options === undefined || !isStated(outcome)) return { outcome, signerFailed: false };
  const subject = keys.blindIndex(`receipt-subject/${options.audience}`, intent.facts.subject);
  try {
    const receipt = await signReceipt(outcome, intent, { options, signer: keys.signer, subject });
    return { outcome: { ...outcome, receipt }, signerFailed: false };
  } catch {
    // The answer may be paid for: better kept without a receipt than lost with the signer.
    return { outcome, signerFailed: true };
  }
}
