import { type JwkSet, assertOption, assertOptions, assertText } from "@shiming/contract";
import { RECEIPT_TYPE, type ReceiptClaims } from "../record.ts";
import { readCompactJws } from "./compact-jws.ts";
import { createJwsVerifier, type SignatureFault } from "./jws-verifier.ts";

/** What a consent receipt must agree with. */
export interface VerifyConsentReceiptOptions {
  /** The app's public keys, such as `jwks` of `createKeys`. */
  readonly jwks: JwkSet;
  /** The `id` of `defineApp`. */
  readonly issuer: string;
  /** The moment that the receipt shall hold for, in milliseconds since the epoch. */
  readonly at: number;
}

/** A receipt that holds, with its claims; or the reason why it does not, without repeating it. */
export type ConsentReceiptCheck =
  | { readonly valid: true; readonly claims: ReceiptClaims }
  | { readonly valid: false; readonly reason: ConsentReceiptFault };

/** Why a receipt does not hold. */
export type ConsentReceiptFault = "malformed" | "wrong-claim" | "expired" | SignatureFault;

/**
 * Checks a consent receipt offline: type, canonical form, signature by one of the keys and by that key's own algorithm,
 * issuer, and expiry where it has one (RFC 8725 3.1, 3.8, 3.11).
 *
 * A receipt that holds says what was decided then. Whether it was withdrawn since is not in it: ask `receiptStatus`.
 *
 * @throws UsageError `INVALID_OPTION` when an option is missing: without these, any issuer's receipt would do.
 * @example
 * ```ts
 * import { verifyConsentReceipt, type LocalKeys } from "@shiming/consent";
 *
 * export async function holds(receipt: string, keys: LocalKeys, now: number): Promise<boolean> {
 *   const options = { jwks: keys.jwks, issuer: "example.community", at: now };
 *   return (await verifyConsentReceipt(receipt, options)).valid;
 * }
 * ```
 */
export async function verifyConsentReceipt(
  receipt: string,
  options: VerifyConsentReceiptOptions,
): Promise<ConsentReceiptCheck> {
  assertOptions(options, "options");
  const { jwks, issuer, at } = options;
  assertText(issuer, "options.issuer");
  assertOption(Number.isFinite(at), "options.at", "must be milliseconds since the epoch");
  const verify = createJwsVerifier(jwks);
  const jws = readCompactJws(receipt, RECEIPT_TYPE);
  if (jws === undefined) return { valid: false, reason: "malformed" };
  const fault = await verify(jws);
  if (fault !== undefined) return { valid: false, reason: fault };
  const { claims } = jws;
  if (!isReceipt(claims)) return { valid: false, reason: "malformed" };
  if (claims.iss !== issuer) return { valid: false, reason: "wrong-claim" };
  if (claims.exp !== undefined && claims.exp * 1000 <= at) return { valid: false, reason: "expired" };
  return { valid: true, claims };
}

function isReceipt(claims: object): claims is ReceiptClaims {
  // Any object can be asked for members that it may not have.
  const { iss, sub, jti, iat, exp, cr } = claims as Partial<Record<string, unknown>>;
  const areTexts = [iss, sub, jti].every((claim) => typeof claim === "string");
  const areTimes = Number.isFinite(iat) && (exp === undefined || Number.isFinite(exp));
  return areTexts && areTimes && typeof cr === "object" && cr !== null && "record_hash" in cr;
}
