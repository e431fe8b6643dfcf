import type { ProviderError } from "@shiming/contract";
import { callError, type VendorCall } from "@shiming/provider-kit";

/** jose reports these after the signature has held; every other failure means that it has not. */
const BROKEN_CLAIMS: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: "the result has expired",
  ERR_JWT_CLAIM_VALIDATION_FAILED: "the result was issued by or for somebody else, or is of another kind",
  ERR_JWT_INVALID: "the claims of the result are not a JSON object",
};

/**
 * The one place where errors of jose end. They hold the whole claims set, so nothing of them is kept but their code.
 */
export function translateJoseError(error: unknown, call: VendorCall): ProviderError {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  const rule = typeof code === "string" ? BROKEN_CLAIMS[code] : undefined;
  return rule === undefined
    ? callError("SIGNATURE_INVALID", call, { rule: "the signature of the result does not hold" })
    : callError("RESPONSE_INVALID", call, { rule });
}
