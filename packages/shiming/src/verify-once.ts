import {
  type Check,
  ConsentError,
  fieldsOf,
  type GrantFacts,
  type Outcome,
  throwIfAborted,
  UsageError,
} from "@shiming/contract";
import { askRoutes } from "./ask-routes.ts";
import { chinaDay } from "./china-day.ts";
import type { Once } from "./ledger.ts";
import { invalidOutcome, recalledOutcome } from "./outcomes.ts";
import { parseCheck } from "./parse-check.ts";
import { type Route, routesFor } from "./route.ts";
import type { Tools } from "./tools.ts";

/** A call as it came in; nothing of it is trusted yet. */
export interface Call {
  readonly grant: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** One verification: steps 1, 2 and 4 here, the asking in `askRoutes`. */
export async function verifyOnce(tools: Tools, input: unknown, call: Call): Promise<Outcome> {
  throwIfAborted(call.signal);
  const now = tools.clock.now();
  const parsed = parseCheck(input, chinaDay(now));
  if ("problems" in parsed)
    return invalidOutcome(parsed.problems, tools.newId(), new Date(now).toISOString());
  const { check } = parsed;
  const { facts, routes } = await permit(tools, check, call.grant);
  const question = { check, routes, facts, signal: call.signal };
  if (call.idempotencyKey === undefined) return askRoutes(tools, { ...question, once: undefined });
  const once = onceFor(tools, call.idempotencyKey, { check, facts });
  return tools.lock(
    once.key,
    async () => (await recall(tools, once)) ?? askRoutes(tools, { ...question, once }),
  );
}

/** Step 2, for each provider that could be asked: only recipients that the person knows of remain. */
async function permit({ consent, providers }: Tools, check: Check, grant: unknown): Promise<Permission> {
  const fields = fieldsOf(check);
  const permissions: Permission[] = [];
  let refusal: unknown;
  for (const route of routesFor(check, providers)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- mostly one provider, and the first refusal is the one to tell
      const facts = await consent.authorize(grant, { fields, recipient: route.provider.id });
      permissions.push({ facts, routes: [route] });
    } catch (error) {
      if (!(error instanceof ConsentError)) throw error;
      refusal ??= error;
    }
  }
  const [first] = permissions;
  if (first === undefined) throw refusal;
  return { facts: first.facts, routes: permissions.flatMap(({ routes }) => routes) };
}

interface Permission {
  readonly facts: GrantFacts;
  readonly routes: readonly Route[];
}

function onceFor({ keys }: Tools, key: string, { check, facts }: { check: Check; facts: GrantFacts }): Once {
  if (typeof key !== "string" || key.length === 0 || key.length > 255) {
    throw new UsageError("INVALID_INPUT", "idempotencyKey", "must be 1 to 255 characters");
  }
  return {
    key: keys.blindIndex("idempotency-key", key),
    fingerprint: keys.blindIndex("fingerprint", JSON.stringify([facts.purposeId, facts.subject, check])),
  };
}

/** Step 4: the outcome under this key, if it was asked before. */
async function recall({ ledger }: Tools, once: Once): Promise<Outcome | undefined> {
  const entry = await ledger.findOnce(once.key);
  if (entry === undefined) return undefined;
  if (entry.fingerprint !== once.fingerprint) {
    throw new UsageError(
      "IDEMPOTENCY_KEY_REUSED",
      "idempotencyKey",
      "stands for another check, person or purpose",
    );
  }
  return recalledOutcome(await ledger.find(entry.verificationId));
}
