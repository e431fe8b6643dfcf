import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { promisify } from "node:util";
import { type JwkSet, UsageError } from "@shiming/contract";
import type { CompactJws } from "./compact-jws.ts";

/** Why a signature does not hold. */
export type SignatureFault = "wrong-key" | "bad-signature";

/** Tells what is wrong with the signature of a JWS, or nothing. */
export type JwsVerifier = (jws: CompactJws) => Promise<SignatureFault | undefined>;

/** In the thread pool, off the event loop. */
const verifyAsync = promisify(verify);

/** A key verifies one algorithm, the one of its kind; what the header says must be that (RFC 8725 3.1, 3.2). */
const ALGORITHMS: Readonly<Record<string, { readonly alg: string; readonly hash: string | null }>> = {
  "P-256": { alg: "ES256", hash: "sha256" },
  Ed25519: { alg: "EdDSA", hash: null },
};

/** @throws UsageError `INVALID_OPTION` for what is no set of public keys on P-256 or Ed25519, each with its `kid`. */
export function createJwsVerifier(jwks: JwkSet): JwsVerifier {
  if (!Array.isArray(jwks?.keys)) refuse();
  const keys = new Map(jwks.keys.map((jwk) => importKey(jwk)));
  return async ({ alg, kid, signed, signature }) => {
    const found = keys.get(kid);
    if (found === undefined || found.alg !== alg) return "wrong-key";
    const key = { key: found.key, dsaEncoding: "ieee-p1363" } as const;
    const holds = await verifyAsync(found.hash, Buffer.from(signed, "ascii"), key, signature);
    return holds ? undefined : "bad-signature";
  };
}

interface Key {
  readonly key: KeyObject;
  readonly alg: string;
  readonly hash: string | null;
}

function importKey(jwk: Readonly<Record<string, unknown>>): readonly [kid: string, key: Key] {
  const kid: unknown = jwk?.["kid"];
  const algorithm = ALGORITHMS[String(jwk?.["crv"])];
  if (typeof kid !== "string" || algorithm === undefined) return refuse();
  try {
    return [kid, { key: createPublicKey({ key: jwk, format: "jwk" }), ...algorithm }];
  } catch {
    // The cause may quote key material.
    return refuse();
  }
}

function refuse(): never {
  const rule = "must be a set of public keys on P-256 or Ed25519, each with a kid";
  throw new UsageError("INVALID_OPTION", "jwks", rule);
}
