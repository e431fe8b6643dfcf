import { ProviderError, type ProviderErrorCode, type ProviderResult } from "@shiming/contract";
import type { VendorCall } from "./vendor-call.ts";

interface StatusRow {
  readonly error: ProviderErrorCode;
  readonly meaning: string;
}

/**
 * Statuses by which a server says that it did not do what was asked. Vendors bill by the result code in the body of
 * an answer; where the server itself says that there is no result, there is nothing to bill.
 */
const NOT_DONE: Readonly<Record<number, StatusRow>> = {
  401: { error: "MISCONFIGURED", meaning: "the credentials were refused" },
  403: { error: "MISCONFIGURED", meaning: "access is forbidden: check permissions and listed addresses" },
  404: { error: "MISCONFIGURED", meaning: "there is nothing at this address" },
  // RFC 9110 15.5.9: the server has not got the whole request.
  408: { error: "UNAVAILABLE", meaning: "the server waited too long for the request" },
  // RFC 6585 4.
  429: { error: "THROTTLED", meaning: "too many requests" },
  // RFC 9110 15.6.1 and 15.6.4: "prevented from fulfilling the request", "unable to handle the request".
  500: { error: "UNAVAILABLE", meaning: "the server failed" },
  503: { error: "UNAVAILABLE", meaning: "the service is unavailable" },
};

const REJECTED: StatusRow = { error: "REJECTED", meaning: "the request was refused" };
const REDIRECT: StatusRow = {
  error: "MISCONFIGURED",
  meaning: "the answer is a redirect, which is never followed",
};

/**
 * What a status other than 2xx means, the same for every provider.
 *
 * Any other 5xx is a lost answer: a gateway that got no answer in time (502 and 504, RFC 9110 15.6.3 and 15.6.5) does
 * not know whether the server behind it did, and billed, the work.
 *
 * @throws ProviderError for every status by which the server says that it did not do the work
 */
export function statusToAnswer(status: number, call: VendorCall): ProviderResult {
  const { provider, action } = call;
  const basis = `${provider} ${action} HTTP ${status}`;
  const row = NOT_DONE[status] ?? (status < 400 ? REDIRECT : REJECTED);
  if (status >= 500 && row === REJECTED) {
    return { status: "in-doubt", charge: { charged: "unknown", basis } };
  }
  throw new ProviderError(row.error, {
    provider,
    message: `${provider} ${action}: HTTP ${status}, ${row.meaning}`,
    // A redirect may follow work that was done (303, RFC 9110 15.4.4).
    charge: { charged: row === REDIRECT ? "unknown" : "no", basis },
    vendorCode: `HTTP ${status}`,
  });
}
