import {
  type Check,
  ConsentError,
  createSealer,
  type Field,
  type Outcome,
  ProviderError,
  sealCheck,
  throwIfAborted,
} from "@shiming/contract";
import { ask } from "./ask.ts";
import { reservationFor } from "./budget.ts";
import { conclude, concludeFailure } from "./conclude.ts";
import { recallTaken } from "./idempotency.ts";
import { permit, type Permitted } from "./permit.ts";
import type { Tools } from "./tools.ts";
import type { IdempotencyMark, Intent } from "./verification.ts";

/** A check that may be asked: parsed, routed and permitted. */
export interface Question {
  readonly check: Check;
  /** What the check sends. */
  readonly fields: readonly Field[];
  readonly grant: unknown;
  readonly permitted: Permitted;
  readonly idempotency: IdempotencyMark | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks the providers one after the other. The next one is asked only when the last certainly charged nothing and
 * trying again can help; every other ending is the caller's to see.
 */
export async function askRoutes(tools: Tools, question: Question): Promise<Outcome> {
  throwIfAborted(question.signal);
  const attempt = await askRoute(tools, question);
  if ("outcome" in attempt) return attempt.outcome;
  const next = mayMoveOn(attempt.failure) ? await permitNext(tools, question) : undefined;
  if (next === undefined) throw attempt.failure;
  return askRoutes(tools, { ...question, permitted: next });
}

type Attempt = { readonly outcome: Outcome } | { readonly failure: unknown };

async function askRoute(tools: Tools, question: Question): Promise<Attempt> {
  const { provider } = question.permitted.route;
  const intent = intentFor(tools, question);
  if (!(await tools.ledger.begin(intent))) {
    return { outcome: await recallTaken(tools.ledger, question.idempotency) };
  }
  // A sealer for each call: no provider can open what was sealed for another.
  const sealer = createSealer();
  const sealed = sealCheck(question.check, sealer);
  const asked = await ask(tools, async (context) => provider.verify(sealed, context), {
    provider,
    verificationId: intent.id,
    sealer,
    signal: question.signal,
  });
  if (asked.answered) return { outcome: await conclude(tools, intent, asked) };
  await concludeFailure(tools, intent, asked);
  return { failure: asked.error };
}

function intentFor({ clock, newId }: Tools, question: Question): Intent {
  const { check, fields, permitted, idempotency } = question;
  const { provider, capability } = permitted.route;
  const now = clock.now();
  return {
    id: newId(),
    kind: check.kind,
    provider: provider.id,
    fields,
    facts: permitted.facts,
    reservation: reservationFor(capability.costMicros, now),
    at: new Date(now).toISOString(),
    ...(idempotency === undefined ? {} : { idempotency }),
  };
}

/** Undefined when nobody is left, or nobody that the person still agrees to: then the last failure is what is told. */
async function permitNext(
  { consent }: Tools,
  { permitted, grant, fields }: Question,
): Promise<Permitted | undefined> {
  if (permitted.others.length === 0) return undefined;
  try {
    return await permit(consent, permitted.others, { grant, fields });
  } catch (error) {
    if (error instanceof ConsentError) return undefined;
    throw error;
  }
}

function mayMoveOn(failure: unknown): boolean {
  return failure instanceof ProviderError && failure.retryable;
}
