import { type Outcome, type ProviderResult, ProviderError, ShimingError } from "@shiming/contract";
import type { Asked, NotAnswered } from "./ask.ts";
import type { Entry, Intent, OpenEntry } from "./entry.ts";
import type { Ending, Found } from "./ledger.ts";
import { lostOutcome, outcomeOf, recalledOutcome } from "./outcomes.ts";
import { isStated, signReceipt } from "./receipt.ts";
import type { Tools } from "./tools.ts";

/** Steps 9 and 10 for an answer: receipt, then outcome, charge and disclosure in one commit. */
export async function conclude(tools: Tools, intent: Intent, asked: Asked): Promise<Outcome> {
  const outcome = await stateNow(tools, intent, asked.result);
  const next = entryOf(intent, outcome, handleOf(asked.result));
  await tools.ledger.settle(intent, next, endingOf(asked));
  return outcome;
}

/** The same for an answer that was asked for later. When another call was faster, theirs is the answer. */
export async function concludeLate(tools: Tools, found: Found<OpenEntry>, asked: Asked): Promise<Outcome> {
  const { intent, providerHandle } = found.entry;
  const outcome = await stateNow(tools, intent, asked.result);
  const next = entryOf(intent, outcome, handleOf(asked.result) ?? providerHandle);
  if (await tools.ledger.amend(found, next, endingOf(asked))) return outcome;
  return recalledOutcome((await tools.ledger.find(intent.id))?.entry);
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
  const ending = failureOf(intent, error);
  const free = ending.charge.charged === "no";
  const next: Entry | undefined = free ? undefined : { state: "open", intent, outcome: lostOutcome(intent) };
  await tools.ledger.settle(intent, next, { ...ending, sent });
}

function endingOf({ result, sent }: Asked): Ending {
  const { status, charge, reference } = result;
  return { status, charge, sent, ...referenceOf(reference) };
}

function referenceOf(reference: string | undefined): Pick<Ending, "reference"> {
  return reference === undefined ? {} : { reference };
}

function failureOf(intent: Intent, error: unknown): Omit<Ending, "sent"> {
  if (error instanceof ProviderError) {
    return { status: error.code, charge: error.charge, ...referenceOf(error.reference) };
  }
  const { charge } = lostOutcome(intent);
  return { status: error instanceof ShimingError ? error.code : "in-doubt", charge };
}

function handleOf(result: ProviderResult): string | undefined {
  return "handle" in result ? result.handle : undefined;
}

function entryOf(intent: Intent, outcome: Outcome, providerHandle: string | undefined): Entry {
  if (outcome.status !== "pending" && outcome.status !== "in-doubt")
    return { state: "settled", intent, outcome };
  return { state: "open", intent, outcome, ...(providerHandle === undefined ? {} : { providerHandle }) };
}

/** The outcome, with its receipt. */
async function stateNow(
  { clock, receipts: options, keys }: Tools,
  intent: Intent,
  result: ProviderResult,
): Promise<Outcome> {
  const outcome = outcomeOf(intent, result, new Date(clock.now()).toISOString());
  if (options === undefined || !isStated(outcome)) return outcome;
  const subject = keys.blindIndex(`receipt-subject/${options.audience}`, intent.facts.subject);
  try {
    const receipt = await signReceipt(outcome, intent, { options, signer: keys.signer, subject });
    return { ...outcome, receipt };
  } catch {
    // The answer may be paid for: better kept without a receipt than lost with the signer.
    return outcome;
  }
}
