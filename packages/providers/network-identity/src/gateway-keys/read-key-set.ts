import type { KeyObject } from "node:crypto";
import { callError, parseJsonObject, readWith, type VendorCall, type WireReply } from "@shiming/provider-kit";
import { z } from "zod";
import { readPublicKey } from "./public-key.ts";
import { FREE, PROVIDER_ID } from "../vendor-call.ts";

/** Public keys by their ids. */
export type Keys = ReadonlyMap<string, KeyObject>;

const CALL: VendorCall = { provider: PROVIDER_ID, action: "jwks", ...FREE };
/** Characters. A key takes about 200. */
const MAX_BODY = 65_536;
const KEY_SET = z.object({ keys: z.array(z.unknown()).max(100) });
const TLS_FAILED = "TLS failed: check the certificate and the address of the keys";
const TOO_LARGE = "the key set is too large";
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
    if (cause === "tls") throw callError("MISCONFIGURED", CALL, { rule: TLS_FAILED });
    if (cause === "too-large") throw callError("RESPONSE_INVALID", CALL, { rule: TOO_LARGE });
    return "unreachable";
  }
  const { status, body } = reply;
  if (status >= 500 || PASSING.has(status)) return "unreachable";
  if (status !== 200) {
    throw callError("MISCONFIGURED", CALL, { rule: `HTTP ${status}: check the address of the keys` });
  }
  if (body.length > MAX_BODY) throw callError("RESPONSE_INVALID", CALL, { rule: TOO_LARGE });
  const { keys } = readWith(KEY_SET, parseJsonObject(body, CALL), CALL);
  return new Map(keys.map(readPublicKey).filter((entry) => entry !== undefined));
}
