import {
  type Check,
  createSealer,
  type Field,
  type GrantFacts,
  type Outcome,
  type Provider,
  ProviderError,
  sealCheck,
  type SealedCheck,
  type Sealer,
  StoreError,
  throwIfAborted,
} from "@shiming/contract";
import { ask, type AskTools } from "./ask.ts";
import { reservationFor } from "./budget.ts";
import { conclude, concludeFailure } from "./conclude.ts";
import type { Intent, Once } from "./entry.ts";
import { recall } from "./recall.ts";
import type { Route } from "./route.ts";
import type { Tools } from "./tools.ts";

/** A check that may be asked: parsed, routed and granted. */
export interface Question {
  readonly check: Check;
  /** What the check sends. */
  readonly fields: readonly Field[];
  readonly routes: readonly Route[];
  readonly grant: unknown;
  readonly facts: GrantFacts;
  readonly once: Once | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Steps 3 and 5 to 10: asks the providers one after the other. The next one is asked only when the last certainly
 * charged nothing and trying again can help; every other ending is the caller's to see.
 */
export async function askRoutes(tools: Tools, question: Question): Promise<Outcome> {
  const sealer = createSealer();
  const sealed = sealCheck(question.check, sealer);
  let failure: unknown;
  for (const route of question.routes) {
    throwIfAborted(question.signal);
    // The last provider took its time: whoever withdrew meanwhile is not passed on to the next.
    // oxlint-disable-next-line no-await-in-loop
    if (failure !== undefined) await authorizeAgain(tools, question, route);
    // One provider at a time is the point: two at once would be two charges.
    // oxlint-disable-next-line no-await-in-loop
    const attempt = await askRoute(tools, question, { route, sealer, sealed });
    if ("outcome" in attempt) return attempt.outcome;
    failure = attempt.failure;
    if (!mayMoveOn(failure)) break;
  }
  throw failure;
}

async function authorizeAgain({ consent }: Tools, question: Question, { provider }: Route): Promise<void> {
  await consent.authorize(question.grant, { fields: question.fields, recipient: provider.id });
}

type Attempt = { readonly outcome: Outcome } | { readonly failure: unknown };

interface Turn {
  readonly route: Route;
  readonly sealer: Sealer;
  readonly sealed: SealedCheck;
}

async function askRoute(tools: Tools, question: Question, turn: Turn): Promise<Attempt> {
  const { provider } = turn.route;
  const intent = intentFor(tools, question, turn.route);
  if (!(await tools.ledger.begin(intent))) return { outcome: await takenElsewhere(tools, question.once) };
  const asked = await ask(provider, async (context) => provider.verify(turn.sealed, context), {
    ...askTools(tools, provider, intent.id),
    sealer: turn.sealer,
    signal: question.signal,
  });
  if ("result" in asked) return { outcome: await conclude(tools, intent, asked) };
  await concludeFailure(tools, intent, asked);
  return { failure: asked.error };
}

/** What a provider may use of the engine during one call, besides the sealer of that call. */
export function askTools(
  { clock, store, keys }: Tools,
  provider: Provider,
  verificationId: string,
): Omit<AskTools, "signal" | "sealer"> {
  return {
    verificationId,
    clock,
    async claimOnce(token, until) {
      const key = `claimed/${keys.blindIndex(`claim/${provider.id}`, token)}`;
      const change = {
        change: "put",
        key,
        value: verificationId,
        expect: "absent",
        expiresAt: until,
      } as const;
      return (await store.commit([change])).applied;
    },
  };
}

function intentFor({ clock, newId }: Tools, question: Question, { provider, capability }: Route): Intent {
  const { check, fields, facts, once } = question;
  const now = clock.now();
  return {
    id: newId(),
    kind: check.kind,
    provider: provider.id,
    fields,
    facts,
    reservation: reservationFor(capability.costMicros, now),
    at: new Date(now).toISOString(),
    ...(once === undefined ? {} : { once }),
  };
}

/** Another process has begun under the same key between our look and our write: its state is the answer. */
async function takenElsewhere({ ledger }: Tools, once: Once | undefined): Promise<Outcome> {
  const outcome = once === undefined ? undefined : await recall(ledger, once);
  if (outcome !== undefined) return outcome;
  throw new StoreError("STORE_FAILED", "an idempotency key was taken and has gone again");
}

function mayMoveOn(failure: unknown): boolean {
  return failure instanceof ProviderError && failure.retryable && failure.charge.charged === "no";
}
