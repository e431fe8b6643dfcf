import { type Outcome, type ProviderResult, ProviderError, ShimingError } from "@shiming/contract";
import type { Asked, NotAnswered } from "./ask.ts";
import type { Ending, Entry, Intent } from "./ledger.ts";
import { lostOutcome, outcomeOf } from "./outcomes.ts";
import { isStated, signReceipt } from "./receipt.ts";
import type { Tools } from "./tools.ts";

/** Steps 9 and 10 for an answer: receipt, then outcome, charge and disclosure in one commit. */
export async function conclude(tools: Tools, intent: Intent, { result, sent }: Asked): Promise<Outcome> {
  const outcome = await withReceipt(tools, intent, outcomeOf(intent, result, now(tools)));
  const { status, charge } = outcome;
  const reference = result.reference === undefined ? {} : { reference: result.reference };
  await tools.ledger.settle(intent, entryOf(intent, outcome, result), { status, charge, sent, ...reference });
  return outcome;
}

/**
 * Step 9 for a call without an answer. Certainly free: as if it had never been asked. Anything else stays open as
 * in-doubt, so that the same idempotency key is never charged twice.
 */
export async function concludeFailure(
  tools: Tools,
  intent: Intent,
  { error, sent }: NotAnswered,
): Promise<void> {
  const ending = endingOf(intent, error);
  const free = ending.charge.charged === "no";
  const next: Entry | undefined = free ? undefined : { state: "open", intent, outcome: lostOutcome(intent) };
  await tools.ledger.settle(intent, next, { ...ending, sent });
}

function endingOf(intent: Intent, error: unknown): Omit<Ending, "sent"> {
  if (error instanceof ProviderError) return { status: error.code, charge: error.charge };
  const { charge } = lostOutcome(intent);
  return { status: error instanceof ShimingError ? error.code : "in-doubt", charge };
}

function entryOf(intent: Intent, outcome: Outcome, result: ProviderResult): Entry {
  if (outcome.status !== "pending" && outcome.status !== "in-doubt")
    return { state: "settled", intent, outcome };
  const handle = "handle" in result ? result.handle : undefined;
  return { state: "open", intent, outcome, ...(handle === undefined ? {} : { providerHandle: handle }) };
}

async function withReceipt(tools: Tools, intent: Intent, outcome: Outcome): Promise<Outcome> {
  const { receipts: options, keys } = tools;
  if (options === undefined || !isStated(outcome)) return outcome;
  const subject = keys.blindIndex(`receipt-subject/${options.audience}`, intent.facts.subject);
  return {
    ...outcome,
    receipt: await signReceipt(outcome, intent, { options, signer: keys.signer, subject }),
  };
}

function now({ clock }: Tools): string {
  return new Date(clock.now()).toISOString();
}
