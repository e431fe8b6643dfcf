import type { Charge, ProviderErrorCode, ProviderResult } from "@shiming/contract";
import { callError } from "./call-error.ts";
import type { VendorCall } from "./vendor-call.ts";

interface StatusRow {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  readonly error: ProviderErrorCode;
  readonly charged: Charge["charged"];
  readonly meaning: string;
}

const one = (
  status: number,
  error: "MISCONFIGURED" | "UNAVAILABLE" | "THROTTLED",
  meaning: string,
): StatusRow => ({ from: status, to: status, error, charged: "no", meaning });

/**
 * The first row that holds a status says what it means. Vendors bill by the result code in the body of an answer; where
 * the server itself says that there is no result, there is nothing to bill.
 */
const ROWS: readonly StatusRow[] = [
  {
    from: 300,
    to: 399,
    error: "MISCONFIGURED",
    // A redirect may follow work that was done (303, RFC 9110 15.4.4).
    charged: "unknown",
    meaning: "the answer is a redirect, which is never followed",
  },
  one(401, "MISCONFIGURED", "the credentials were refused"),
  one(403, "MISCONFIGURED", "access is forbidden: check permissions and listed addresses"),
  one(404, "MISCONFIGURED", "there is nothing at this address"),
  // RFC 9110 15.5.9: the server has not got the whole request.
  one(408, "UNAVAILABLE", "the server waited too long for the request"),
  // RFC 6585 4.
  one(429, "THROTTLED", "too many requests"),
  { from: 400, to: 499, error: "REJECTED", charged: "no", meaning: "the request was refused" },
  // RFC 9110 15.6.1 and 15.6.4: "prevented from fulfilling the request", "unable to handle the request".
  one(500, "UNAVAILABLE", "the server failed"),
  one(503, "UNAVAILABLE", "the service is unavailable"),
];

/**
 * What a status other than 2xx means, the same for every provider.
 *
 * One in no row is a lost answer: a gateway that got no answer in time (502 and 504, RFC 9110 15.6.3 and 15.6.5) does
 * not know whether the server behind it did, and billed, the work.
 *
 * @throws ProviderError for every status in a row
 */
export function statusToAnswer(status: number, call: VendorCall): ProviderResult {
  const vendorCode = `HTTP ${status}`;
  const basis = `${call.provider} ${call.action} ${vendorCode}`;
  const row = ROWS.find(({ from, to }) => status >= from && status <= to);
  if (row === undefined) return { status: "in-doubt", charge: { charged: "unknown", basis } };
  const { error, charged, meaning } = row;
  const rule = `${vendorCode}, ${meaning}`;
  throw callError(error, call, { rule, charge: { charged, basis }, vendorCode });
}
