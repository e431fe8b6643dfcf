import { neverAborted, throwIfAborted, type Provider, type ProviderContext } from "@shiming/contract";
import { callError, createTransport, NOTHING_SENT } from "@shiming/provider-kit";
import { checkBizSeq } from "./biz-seq.ts";
import { createKeyCache } from "./gateway-keys/key-cache.ts";
import { readKeySet } from "./gateway-keys/read-key-set.ts";
import { checkOptions, type NetworkIdentityOptions } from "./options.ts";
import { CAPABILITY, openTransaction, presentedCheck } from "./presented-check.ts";
import { CALLS, PROVIDER_ID } from "./vendor-call.ts";
import type { WireTools } from "./wire.ts";

/** An answer or a key set takes a few kilobytes. */
const MAX_BODY_BYTES = 65_536;
const ACCEPT = { accept: "application/json, application/jwk-set+json" };
/** Far longer than a transaction lasts at the gateway, which refuses a second use as well. */
const CLAIM_MS = 24 * 3_600_000;

/**
 * The national network identity (网号/网证), modes R01 and R02: whether the person who approved a transaction in the
 * official app is its holder, and a `network-identity-subject` that means that person to your organisation alone.
 *
 * The service's server interface is not public. How the gateway is spoken to is therefore a part to replace, `wire`; the
 * default is this project's own reference wire, which the mock authority speaks too.
 *
 * Each `bizSeq` is used once. A lost answer is `in-doubt`, and `resume` asks for it again at no cost.
 *
 * @throws UsageError `INVALID_OPTION` when it is made with options that cannot work
 *
 * @example
 * ```ts
 * import { networkIdentity } from "@shiming/network-identity";
 *
 * const provider = networkIdentity({
 *   orgId: "00000099",
 *   appId: "0001",
 *   secret: "an example of at least 32 bytes, from your vault",
 *   baseUrl: "https://gateway.example/network-identity",
 * });
 * console.log(provider.hosts); // ["gateway.example"]
 * ```
 */
export function networkIdentity(options: NetworkIdentityOptions): Provider {
  const { party, wire, url, jwksUrl, newId } = checkOptions(options);
  const query = wire.query?.bind(wire);
  const transport = createTransport({
    maxBodyBytes: MAX_BODY_BYTES,
    ...options.transport,
    origins: [url, jwksUrl],
  });
  const keyCache = createKeyCache(async () => {
    // Several calls may wait for one key set; the time-outs of the transport end it, and no single call.
    const signal = neverAborted;
    return readKeySet(await transport.send({ method: "GET", url: jwksUrl, headers: ACCEPT, signal }));
  });

  const toolsFor = (context: ProviderContext): WireTools => ({
    party,
    clock: context.clock,
    keys: { find: (kid) => keyCache.find(kid, context) },
    newId,
  });

  return {
    specificationVersion: 1,
    id: PROVIDER_ID,
    region: "CN",
    hosts: [url.host],
    capabilities: [CAPABILITY],
    async verify(check, context) {
      throwIfAborted(context.signal);
      const presented = presentedCheck(check);
      const { bizSeq, mode } = presented;
      await claim(bizSeq, context);
      const tools = toolsFor(context);
      const request = await wire.build(openTransaction(presented, context), tools);
      const reply = await transport.send({ ...request, signal: context.signal });
      return wire.read(reply, { action: "authentication", bizSeq, mode }, tools);
    },
    ...(query !== undefined && {
      async resume(handle: string, context: ProviderContext) {
        const bizSeq = checkBizSeq(handle, "handle");
        const tools = toolsFor(context);
        const request = await query(bizSeq, tools);
        const reply = await transport.send({ ...request, signal: context.signal });
        return wire.read(reply, { action: "result", bizSeq }, tools);
      },
    }),
    close: () => transport.close(),
  };
}

/** Lets a transaction be sent once, by all who share the store. */
async function claim(bizSeq: string, context: ProviderContext): Promise<void> {
  const until = context.clock.now() + CLAIM_MS;
  if (await context.claimOnce(`${PROVIDER_ID}/${bizSeq}`, until)) return;
  const rule = "this bizSeq has been sent before: a new transaction is needed";
  throw callError("REJECTED", CALLS.authentication, { rule, charge: NOTHING_SENT });
}
