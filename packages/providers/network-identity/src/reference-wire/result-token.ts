import type { KeyObject } from "node:crypto";
import { callError, readWith, type VendorCall } from "@shiming/provider-kit";
import { z } from "zod";
import { translateJoseError } from "./jose-error.ts";
import type { Asked } from "../wire.ts";

/** What a result has to fit. */
export interface Expected {
  /** `iss`: base URL of the gateway. */
  readonly issuer: string;
  /** `aud`: organisation id. */
  readonly audience: string;
  readonly asked: Asked;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  readonly call: VendorCall;
}

/** No symmetric algorithm: with one, the public key would serve as the secret (RFC 8725 2.1). */
const ALGORITHMS = ["ES256", "EdDSA"];
/** RFC 8725 3.11: what the same authority signs for another end is no result. */
const TYPE = "network-identity-result+jwt";
const LIFETIME_SECONDS = 120;
/** How far the gateway's clock may be ahead of ours. */
const LEAD_SECONDS = 60;

export interface ResultClaims {
  /** One audience: a list would make a result good at several organisations. */
  readonly aud: string;
  /** Seconds since the Unix epoch. */
  readonly iat: number;
  /** Seconds since the Unix epoch. */
  readonly exp: number;
  readonly jti: string;
  readonly biz_seq: string;
  readonly auth_mode: string;
  readonly verified: boolean;
  readonly result_code: string;
  readonly service_time: string;
  readonly service_type: "authentication";
  /** Identifier of the person, for this organisation alone. */
  readonly sub?: string | undefined;
}

const CLAIMS: z.ZodType<ResultClaims> = z.object({
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.string().min(1).max(128),
  biz_seq: z.string(),
  auth_mode: z.string(),
  verified: z.boolean(),
  result_code: z.string(),
  service_time: z.string(),
  service_type: z.literal("authentication"),
  sub: z.string().min(1).max(256).optional(),
});

/** What a claim breaks, and how to see that it does not. */
type Rule = readonly [broken: string, holds: (claims: ResultClaims, expected: Expected) => boolean];

const RULES: readonly Rule[] = [
  ["the result is of another transaction", ({ biz_seq }, { asked }) => biz_seq === asked.bizSeq],
  [
    "the result is of another mode",
    ({ auth_mode }, { asked }) =>
      asked.action === "authentication" ? auth_mode === asked.mode : /^R0[12]$/.test(auth_mode),
  ],
  [
    "verified and result_code of the result disagree",
    ({ verified, result_code }) => verified === (result_code === "PASS"),
  ],
  [
    "the result has to hold sub when verified and only then",
    ({ sub, verified }) => (sub !== undefined) === verified,
  ],
  ["the result holds for too long", ({ iat, exp }) => exp > iat && exp - iat <= LIFETIME_SECONDS],
  ["the result is from the future", ({ iat }, { now }) => iat <= now / 1000 + LEAD_SECONDS],
];

/**
 * The id of the key that a token says it is signed with. Nothing of the token is verified by that.
 *
 * @throws ProviderError `SIGNATURE_INVALID`
 */
export async function keyIdOf(token: string, call: VendorCall): Promise<string> {
  const { decodeProtectedHeader } = await import("jose/decode/protected_header");
  let kid: unknown;
  try {
    ({ kid } = decodeProtectedHeader(token));
  } catch (error) {
    throw translateJoseError(error, call);
  }
  if (typeof kid !== "string" || kid === "") {
    throw callError("SIGNATURE_INVALID", call, { rule: "the result names no key" });
  }
  return kid;
}

/**
 * The claims of a result that the gateway signed, for us, about what was asked, and that holds now.
 *
 * @throws ProviderError `SIGNATURE_INVALID` or `RESPONSE_INVALID`, never with a part of the token
 */
export async function verifyResultToken(
  token: string,
  key: KeyObject,
  expected: Expected,
): Promise<ResultClaims> {
  const claims = readWith(CLAIMS, await verifiedPayload(token, key, expected), expected.call);
  const broken = RULES.find(([, holds]) => !holds(claims, expected));
  if (broken !== undefined) throw callError("RESPONSE_INVALID", expected.call, { rule: broken[0] });
  return claims;
}

async function verifiedPayload(token: string, key: KeyObject, expected: Expected): Promise<unknown> {
  const { issuer, audience, now, call } = expected;
  const { jwtVerify } = await import("jose/jwt/verify");
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ALGORITHMS,
      typ: TYPE,
      issuer,
      audience,
      currentDate: new Date(now),
    });
    return payload;
  } catch (error) {
    throw translateJoseError(error, call);
  }
}
