import {
  type Check,
  ConsentError,
  type Field,
  fieldsOf,
  type GrantFacts,
  type Keys,
  type Outcome,
  throwIfAborted,
  UsageError,
} from "@shiming/contract";
import { askRoutes } from "./ask-routes.ts";
import { chinaDay } from "./china-day.ts";
import type { Once } from "./entry.ts";
import { invalidOutcome } from "./outcomes.ts";
import { parseCheck } from "./parse-check.ts";
import { recall } from "./recall.ts";
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
  const { idempotencyKey } = call;
  if (idempotencyKey === undefined) return permitAndAsk(tools, parsed.check, call);
  const key = keyIndex(tools.keys, idempotencyKey);
  return tools.lock(key, async () => permitAndAsk(tools, parsed.check, { ...call, key }));
}

/** From step 2 on. Under an idempotency key it runs alone, so that a consent is looked at after any waiting. */
async function permitAndAsk(tools: Tools, check: Check, call: KeyedCall): Promise<Outcome> {
  const { grant, signal, key } = call;
  const fields = fieldsOf(check);
  const { facts, routes } = await permit(tools, routesFor(check, fields, tools.providers), { grant, fields });
  const once = key === undefined ? undefined : { key, fingerprint: fingerprint(tools.keys, check, facts) };
  const earlier = once && (await recall(tools.ledger, once));
  return earlier ?? askRoutes(tools, { check, fields, routes, grant, facts, once, signal });
}

/** A call whose idempotency key is a blind index by now. */
interface KeyedCall extends Omit<Call, "idempotencyKey"> {
  readonly key?: Once["key"];
}

/** Step 2, for each provider that could be asked: only recipients that the person knows of remain. */
async function permit(
  { consent }: Tools,
  routes: readonly Route[],
  { grant, fields }: { grant: unknown; fields: readonly Field[] },
): Promise<Permission> {
  const permissions: Permission[] = [];
  let refusal: unknown;
  for (const route of routes) {
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
  return { facts: first.facts, routes: permissions.flatMap((one) => one.routes) };
}

interface Permission {
  readonly facts: GrantFacts;
  readonly routes: readonly Route[];
}

function keyIndex(keys: Keys, key: string): Once["key"] {
  if (typeof key !== "string" || key.length === 0 || key.length > 255) {
    throw new UsageError("INVALID_INPUT", "idempotencyKey", "must be 1 to 255 characters");
  }
  return keys.blindIndex("idempotency-key", key);
}

function fingerprint(keys: Keys, check: Check, { purposeId, subject }: GrantFacts): Once["fingerprint"] {
  return keys.blindIndex("fingerprint", JSON.stringify([purposeId, subject, check]));
}
