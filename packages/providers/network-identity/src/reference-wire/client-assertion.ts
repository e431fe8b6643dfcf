import { hash } from "node:crypto";
import type { RelyingParty } from "../wire.ts";

export interface ClientAssertionInput {
  readonly party: RelyingParty;
  /** The body, as sent. */
  readonly body: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** Used once; at most 128 characters. */
  readonly id: string;
}

const LIFETIME_SECONDS = 60;

/**
 * The bearer token of a request on the reference wire: a JWT (RFC 7519) with HS256 that says who asks, of whom, when,
 * and by its hash exactly what.
 */
export async function signClientAssertion({ party, body, now, id }: ClientAssertionInput): Promise<string> {
  const { SignJWT } = await import("jose/jwt/sign");
  const { orgId, baseUrl, secret } = party;
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ body_sha256: hash("sha256", body, "base64url") })
    .setProtectedHeader({ alg: "HS256", typ: "client-authentication+jwt" })
    .setIssuer(orgId)
    .setSubject(orgId)
    .setAudience(baseUrl)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_SECONDS)
    .setJti(id)
    .sign(Buffer.from(secret.reveal(), "utf8"));
}
