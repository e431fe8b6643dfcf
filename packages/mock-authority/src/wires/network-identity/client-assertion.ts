import { hash } from "node:crypto";
import { compactVerify } from "jose/jws/compact/verify";
import { decodeJwt } from "jose/jwt/decode";
import type { Clock } from "../../clock.ts";
import type { ExpiringMap } from "../../expiring-map.ts";
import type { RelyingParty } from "./relying-party.ts";

/** Which rule a refused client assertion broke. */
export type AssertionRule = "signature" | "audience" | "expired" | "replayed" | "body";

/** Whose request it is, or the first broken rule. */
export type AssertionVerdict =
  { readonly ok: true; readonly orgId: string } | { readonly ok: false; readonly rule: AssertionRule };

/** What came with the request. */
export interface PresentedAssertion {
  /** Authorization header, null when absent. */
  readonly authorization: string | null;
  /** Base URL of the gateway, no trailing slash. */
  readonly audience: string;
  /** Exact bytes of the body. */
  readonly body: Uint8Array;
}

/** What the verifier has to know. */
export interface AssertionContext {
  /** The relying party of an organisation id. */
  readonly partyOf: (orgId: string) => RelyingParty | undefined;
  /** Ids that were seen and have not expired. */
  readonly usedIds: ExpiringMap<true>;
  readonly clock: Clock;
}

const HEADER_TYPE = "client-authentication+jwt";
const MAX_LIFETIME_SECONDS = 60;
/** How far a client's clock may be ahead. */
const MAX_LEAD_SECONDS = 60;
const MAX_ID_LENGTH = 128;
const BEARER = /^Bearer ([\w-]{1,1024}\.[\w-]{1,4096}\.[\w-]{1,128})$/;

type Claims = Readonly<Record<string, unknown>>;

interface Expected {
  readonly audience: string;
  readonly bodyHash: string;
  readonly nowSeconds: number;
  readonly isUsed: (id: string) => boolean;
}

function isTimely({ iat, exp }: Claims, now: number): boolean {
  if (typeof iat !== "number" || typeof exp !== "number") return false;
  return iat <= now + MAX_LEAD_SECONDS && exp > now && exp > iat && exp - iat <= MAX_LIFETIME_SECONDS;
}

function isFreshId(id: unknown, isUsed: Expected["isUsed"]): id is string {
  return typeof id === "string" && id.length > 0 && id.length <= MAX_ID_LENGTH && !isUsed(id);
}

/** Rules on the claims, in the order in which they are reported. */
const CLAIM_RULES: readonly (readonly [AssertionRule, (claims: Claims, expected: Expected) => boolean])[] = [
  ["audience", ({ aud }, { audience }) => aud === audience],
  ["expired", (claims, { nowSeconds }) => isTimely(claims, nowSeconds)],
  ["replayed", ({ jti }, { isUsed }) => isFreshId(jti, isUsed)],
  ["body", (claims, { bodyHash }) => claims["body_sha256"] === bodyHash],
];

/** The claims of a token that its organisation signed; undefined for any other token. */
async function readSignedClaims(
  authorization: string | null,
  partyOf: AssertionContext["partyOf"],
): Promise<(Claims & { readonly iss: string }) | undefined> {
  const token = BEARER.exec(authorization ?? "")?.[1];
  if (token === undefined) return undefined;
  try {
    const claims = decodeJwt(token);
    const { iss, sub } = claims;
    const party = iss === undefined ? undefined : partyOf(iss);
    if (iss === undefined || party === undefined || sub !== iss) return undefined;
    const key = new TextEncoder().encode(party.secret);
    const { protectedHeader } = await compactVerify(token, key, { algorithms: ["HS256"] });
    return protectedHeader.typ === HEADER_TYPE ? { ...claims, iss } : undefined;
  } catch {
    return undefined; // jose's errors say more than a caller may learn
  }
}

/**
 * Verifies the bearer token of a gateway request: HS256, this gateway as audience, at most 60 s of life,
 * used once, and bound to the exact body.
 */
export async function verifyClientAssertion(
  { authorization, audience, body }: PresentedAssertion,
  { partyOf, usedIds, clock }: AssertionContext,
): Promise<AssertionVerdict> {
  const claims = await readSignedClaims(authorization, partyOf);
  if (claims === undefined) return { ok: false, rule: "signature" };
  const idOf = (jti: unknown): string => `${claims.iss}/${String(jti)}`;
  const expected: Expected = {
    audience,
    bodyHash: hash("sha256", body, "base64url"),
    nowSeconds: clock.now() / 1000,
    isUsed: (id) => usedIds.get(idOf(id)) !== undefined,
  };
  const broken = CLAIM_RULES.find(([, holds]) => !holds(claims, expected));
  if (broken !== undefined) return { ok: false, rule: broken[0] };
  // The longest life a token can still have: its clock ahead by the lead, plus its lifetime.
  usedIds.set(idOf(claims["jti"]), true, (MAX_LEAD_SECONDS + MAX_LIFETIME_SECONDS) * 1000);
  return { ok: true, orgId: claims.iss };
}
