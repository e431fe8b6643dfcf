import {
  throwIfAborted,
  UnsupportedError,
  type Capability,
  type Provider,
  type ProviderContext,
  type SealedCheck,
} from "@shiming/contract";
import { createTransport, readReply } from "@shiming/provider-kit";
import type { Action, Body } from "./action.ts";
import { actionsFor } from "./actions.ts";
import { buildRequest } from "./build-request.ts";
import { checkOptions, type ChuanglanOptions } from "./options.ts";
import { readAnswer } from "./read-answer.ts";

/**
 * Chuanglan 253: name and resident ID, a phone with name and with or without the ID number, a company with two, three
 * or four elements. The answer itself says whether it is charged.
 *
 * Never asks twice: the vendor has no idempotency key and no query for an earlier answer, so a lost answer stays
 * `in-doubt`. (The vendor's own SDK sends a charged call up to three times.)
 *
 * @throws UsageError `INVALID_OPTION` when it is made with options that cannot work
 *
 * @example
 * ```ts
 * import { chuanglan } from "@shiming/chuanglan";
 *
 * const provider = chuanglan({
 *   appId: "EXAMPLE_APP",
 *   appSecret: "EXAMPLE",
 *   prices: { "resident-id": 300_000 }, // 0.3 yuan
 * });
 * console.log(provider.hosts); // ["wsauth.253.com", "wsapi.253.com"]
 * ```
 */
export function chuanglan(options: ChuanglanOptions): Provider {
  const checked = checkOptions(options);
  const { appId, appSecret, urls, priceOf, newNonce } = checked;
  const actions = actionsFor(checked);
  const origins = Object.values(urls);
  const transport = createTransport({ ...options.transport, origins });

  return {
    specificationVersion: 1,
    id: "chuanglan",
    region: "CN",
    hosts: [...new Set(origins.map(({ host }) => host))],
    capabilities: actions.map(({ kind, fields, table }) =>
      toCapability(kind, fields, priceOf(kind, table.action)),
    ),
    async verify(check, context) {
      throwIfAborted(context.signal);
      const [action, parameters] = choose(actions, check, context);
      const request = buildRequest({
        action,
        parameters,
        url: urls[action.service],
        appId,
        appSecret,
        nonce: newNonce(),
        now: context.clock.now(),
      });
      const reply = await transport.send({ ...request, signal: context.signal });
      return readReply(reply, {
        call: action.table,
        read: (body) => readAnswer(action, body, priceOf(action.kind, action.table.action)),
      });
    },
    close: () => transport.close(),
  };
}

function toCapability(
  kind: Capability["kind"],
  fields: Capability["fields"],
  costMicros: number | undefined,
): Capability {
  return costMicros === undefined ? { kind, fields } : { kind, fields, costMicros };
}

function choose(
  actions: readonly Action[],
  check: SealedCheck,
  context: ProviderContext,
): readonly [action: Action, parameters: Body] {
  for (const action of actions) {
    const parameters = action.parameters(check, (sealed) => context.reveal(sealed));
    if (parameters !== undefined) return [action, parameters];
  }
  throw new UnsupportedError(`chuanglan has no check of kind ${check.kind} with exactly these fields`);
}
