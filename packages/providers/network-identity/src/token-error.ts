import { ProviderError } from "@shiming/contract";
import { responseInvalid, type VendorCall } from "@shiming/provider-kit";

/** The error for a result whose origin is not proven. Whoever sent it, it is no answer. */
export function signatureInvalid(call: VendorCall, rule: string): ProviderError {
  const { provider, action } = call;
  return new ProviderError("SIGNATURE_INVALID", {
    provider,
    message: `${provider} ${action}: ${rule}`,
    charge: { charged: "unknown", basis: `${provider} ${action} answer not verified` },
  });
}

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
    ? signatureInvalid(call, "the signature of the result does not hold")
    : responseInvalid(call, rule);
}
