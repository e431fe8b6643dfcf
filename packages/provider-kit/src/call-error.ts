import { ProviderError, type Charge, type ProviderErrorCode } from "@shiming/contract";
import type { VendorCall } from "./vendor-call.ts";

/** What {@link callError} tells beside code and call. */
export interface CallErrorDetail {
  /** What is wrong, as half a sentence such as `the body is not JSON`; never a part of a request or an answer. */
  readonly rule: string;
  /** Default: the answer came and was not understood, charged as `unreadable` of the call says. */
  readonly charge?: Charge;
  /** The vendor's code: one of a table, or what `plainVendorCode` lets through. Default none. */
  readonly vendorCode?: string | undefined;
  /** The vendor's request id. Default none. */
  readonly reference?: string | undefined;
}

/** The charge of a call that ended before the first byte. */
export const NOTHING_SENT: Charge & { readonly charged: "no" } = {
  charged: "no",
  basis: "nothing was sent",
};

/**
 * The error of one call to a vendor. Every error of an adapter is made here.
 *
 * @example
 * ```ts
 * import { callError, NOTHING_SENT } from "@shiming/provider-kit";
 *
 * const call = { provider: "acme", action: "CheckName" };
 * const used = callError("REJECTED", call, { rule: "the token has been used", charge: NOTHING_SENT });
 * console.log(used.message); // acme CheckName: the token has been used
 * console.log(callError("RESPONSE_INVALID", call, { rule: "there is no code" }).charge.charged); // unknown
 * ```
 */
export function callError(code: ProviderErrorCode, call: VendorCall, detail: CallErrorDetail): ProviderError {
  const { provider, action, unreadable = "unknown" } = call;
  const { rule, charge, vendorCode, reference } = detail;
  return new ProviderError(code, {
    provider,
    message: `${provider} ${action}: ${rule}`,
    charge: charge ?? { charged: unreadable, basis: `${provider} ${action} answer not understood` },
    ...(vendorCode !== undefined && { vendorCode }),
    ...(reference !== undefined && { reference }),
  });
}
