import { ProviderError } from "@shiming/contract";
import { plainVendorCode } from "./vendor-code.ts";
import type { VendorCall } from "./vendor-call.ts";

/**
 * The error for an answer that came and cannot be understood. Whether it was billed is unknown.
 *
 * @param rule - what is wrong with it, as half a sentence such as `the body is not JSON`; never a part of the answer
 */
export function responseInvalid(call: VendorCall, rule: string, vendorCode?: string): ProviderError {
  const { provider, action } = call;
  return new ProviderError("RESPONSE_INVALID", {
    provider,
    message: `${provider} ${action}: ${rule}`,
    charge: { charged: "unknown", basis: `${provider} ${action} answer not understood` },
    ...(vendorCode !== undefined && { vendorCode: plainVendorCode(vendorCode) }),
  });
}
