import { assertOption, assertOptions, assertText, type Clock, systemClock } from "@shiming/contract";
import type { JSONWebKeySet } from "jose";
import { RECEIPT_TYPE, type ReceiptClaims } from "./receipt.ts";

/** What a receipt must agree with. */
export interface VerifyReceiptOptions {
  /** The public keys of the issuer. */
  readonly jwks: { readonly keys: readonly object[] };
  /** The `issuer` that the receipts are made with. */
  readonly issuer: string;
  /** The `audience` that the receipts are made with. */
  readonly audience: string;
  /** Default: the clock of the machine. */
  readonly clock?: Clock;
}

/** A receipt that holds, with its claims; or the reason why it does not, without repeating it. */
export type ReceiptCheck =
  | { readonly valid: true; readonly claims: ReceiptClaims }
  | { readonly valid: false; readonly reason: ReceiptFault };

/** Why a receipt does not hold; `malformed` when it cannot be read as one, or is signed by another algorithm. */
export type ReceiptFault = "expired" | "wrong-claim" | "wrong-key" | "bad-signature" | "malformed";

const FAULTS: Readonly<Record<string, ReceiptFault>> = {
  ERR_JWT_EXPIRED: "expired",
  ERR_JWT_CLAIM_VALIDATION_FAILED: "wrong-claim",
  ERR_JWKS_NO_MATCHING_KEY: "wrong-key",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "bad-signature",
};

const REQUIRED_CLAIMS = ["iss", "aud", "sub", "jti", "iat", "exp", "verification", "consent"];

/**
 * Checks a receipt offline: signature by one of the keys, type, algorithm, issuer, audience and expiry.
 *
 * Signatures by ES256 and EdDSA are accepted, and no others. `createKeys` of `@shiming/consent` makes ES256; EdDSA is for
 * a signer of your own.
 *
 * @example
 * ```ts
 * import { verifyReceipt } from "shiming";
 * import type { LocalKeys } from "@shiming/consent";
 *
 * export async function stillHolds(receipt: string, keys: LocalKeys): Promise<boolean> {
 *   const checked = await verifyReceipt(receipt, {
 *     jwks: keys.jwks,
 *     issuer: "https://app.example",
 *     audience: "https://app.example",
 *   });
 *   return checked.valid;
 * }
 * ```
 */
export async function verifyReceipt(receipt: string, options: VerifyReceiptOptions): Promise<ReceiptCheck> {
  assertOptions(options, "options");
  const { jwks, issuer, audience, clock = systemClock } = options;
  // jose checks what it is given: without these, any issuer's receipt for anybody would do.
  assertText(issuer, "options.issuer");
  assertText(audience, "options.audience");
  assertOption(Array.isArray(jwks?.keys), "options.jwks", "must be a set of keys");
  // Loaded here: an app that only issues receipts does not pay for it at start.
  const [{ jwtVerify }, { createLocalJWKSet }] = await Promise.all([
    import("jose/jwt/verify"),
    import("jose/jwks/local"),
  ]);
  try {
    // jose reads the set and does not change it; its type is only not marked so.
    const { payload } = await jwtVerify(receipt, createLocalJWKSet(jwks as JSONWebKeySet), {
      typ: RECEIPT_TYPE,
      algorithms: ["ES256", "EdDSA"],
      issuer,
      audience,
      requiredClaims: REQUIRED_CLAIMS,
      currentDate: new Date(clock.now()),
    });
    // Signed by us under our own type, with every claim there.
    return { valid: true, claims: payload as unknown as ReceiptClaims };
  } catch (error) {
    // jose's errors carry the claims; only their code goes on.
    return { valid: false, reason: FAULTS[codeOf(error)] ?? "malformed" };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
