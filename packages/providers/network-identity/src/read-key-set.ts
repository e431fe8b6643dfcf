import type { KeyObject } from "node:crypto";
import { ProviderError } from "@shiming/contract";
import {
  parseJsonObject,
  readWith,
  responseInvalid,
  type VendorCall,
  type WireReply,
} from "@shiming/provider-kit";
import { z } from "zod";
import { readPublicKey } from "./public-key.ts";
import { PROVIDER_ID } from "./vendor-call.ts";

/** Public keys by their ids. */
export type Keys = ReadonlyMap<string, KeyObject>;

const CALL: VendorCall = { provider: PROVIDER_ID, action: "jwks" };
/** Characters. A key takes about 200. */
const MAX_BODY = 65_536;
const KEY_SET = z.object({ keys: z.array(z.unknown()).max(100) });
/** RFC 9110 15.5.9 and RFC 6585 4. */
const PASSING: ReadonlySet<number> = new Set([408, 429]);

/**
 * Reads a JWK set (RFC 7517 5), leaving out what is no public key for ES256 or EdDSA.
 *
 * @returns `unreachable` when trying again can help
 * @throws ProviderError `MISCONFIGURED` or `RESPONSE_INVALID` when it cannot
 */
export function readKeySet(reply: WireReply): Keys | "unreachable" {
  if (reply.kind === "fault") {
    const { cause } = reply.fault;
    if (cause === "tls") throw misconfigured("TLS failed: check the certificate and the address of the keys");
    if (cause === "too-large") throw responseInvalid(CALL, "the key set is too large");
    return "unreachable";
  }
  const { status, body } = reply;
  if (status >= 500 || PASSING.has(status)) return "unreachable";
  if (status !== 200) throw misconfigured(`HTTP ${status}: check the address of the keys`);
  if (body.length > MAX_BODY) throw responseInvalid(CALL, "the key set is too large");
  const { keys } = readWith(KEY_SET, parseJsonObject(body, CALL), CALL);
  return new Map(keys.map(readPublicKey).filter((entry) => entry !== undefined));
}

function misconfigured(rule: string): ProviderError {
  const { provider, action } = CALL;
  return new ProviderError("MISCONFIGURED", {
    provider,
    message: `${provider} ${action}: ${rule}`,
    charge: { charged: "unknown", basis: `${provider} ${action} keys missing` },
  });
}
