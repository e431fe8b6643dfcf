import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";

const SHARED = {
  kid: z.string().min(1).max(256),
  use: z.literal("sig").optional(),
  key_ops: z
    .array(z.string())
    .refine((operations) => operations.includes("verify"))
    .optional(),
  // A private key that was published proves nothing any more.
  d: z.undefined().optional(),
};

/** Public keys to verify signatures with. Symmetric keys (`oct`) are not among them: see RFC 8725 2.1. */
const PUBLIC_KEY = z.discriminatedUnion("kty", [
  z.object({
    ...SHARED,
    kty: z.literal("EC"),
    crv: z.literal("P-256"),
    alg: z.literal("ES256").optional(),
    x: z.string(),
    y: z.string(),
  }),
  z.object({
    ...SHARED,
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    alg: z.enum(["EdDSA", "Ed25519"]).optional(),
    x: z.string(),
  }),
]);

/** A key with its id, or undefined for a JWK (RFC 7517 4) that is no public key for ES256 or EdDSA. */
export function readPublicKey(jwk: unknown): readonly [kid: string, key: KeyObject] | undefined {
  const read = PUBLIC_KEY.safeParse(jwk);
  if (!read.success) return undefined;
  const { kid, kty, crv, x } = read.data;
  const y = read.data.kty === "EC" ? { y: read.data.y } : {};
  try {
    return [kid, createPublicKey({ key: { kty, crv, x, ...y }, format: "jwk" })];
  } catch {
    // Not a point of the curve.
    return undefined;
  }
}
