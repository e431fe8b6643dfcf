import { type Check, fieldsOf, type Outcome, throwIfAborted } from "@shiming/contract";
import { askRoutes } from "./ask-routes.ts";
import { chinaDay } from "./china-day.ts";
import { keyIndex, markFor, recall } from "./idempotency.ts";
import { invalidOutcome } from "./outcomes.ts";
import { parseCheck } from "./parse-check.ts";
import { permit } from "./permit.ts";
import { routesFor } from "./route.ts";
import type { Tools } from "./tools.ts";

/** A call as it came in; nothing of it is trusted yet. */
export interface Call {
  readonly grant: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** One verification, up to the asking: parse, route, permit, recall. */
export async function verify(tools: Tools, input: unknown, call: Call): Promise<Outcome> {
  throwIfAborted(call.signal);
  const now = tools.clock.now();
  const parsed = parseCheck(input, chinaDay(now));
  if ("problems" in parsed) {
    return invalidOutcome(parsed.problems, tools.newId(), new Date(now).toISOString());
  }
  const { check } = parsed;
  if (call.idempotencyKey === undefined) return permitAndAsk(tools, check, call);
  const key = keyIndex(tools.keys, call.idempotencyKey);
  return tools.lock(key, async () => permitAndAsk(tools, check, { ...call, key }), call.signal);
}

/** A call whose idempotency key is a blind index by now. */
interface KeyedCall extends Omit<Call, "idempotencyKey"> {
  readonly key?: string;
}

/** Under an idempotency key it runs alone, so that the consent is looked at after any waiting. */
async function permitAndAsk(tools: Tools, check: Check, { grant, signal, key }: KeyedCall): Promise<Outcome> {
  throwIfAborted(signal);
  const fields = fieldsOf(check);
  const permitted = await permit(tools.consent, routesFor(check, fields, tools.providers), { grant, fields });
  const { facts } = permitted;
  const idempotency = key === undefined ? undefined : markFor(tools.keys, key, { check, facts });
  const earlier = idempotency && (await recall(tools.ledger, idempotency));
  return earlier ?? askRoutes(tools, { check, fields, grant, permitted, idempotency, signal });
}
