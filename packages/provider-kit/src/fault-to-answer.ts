import type { ProviderResult } from "@shiming/contract";
import { callError, NOTHING_SENT } from "./call-error.ts";
import type { Fault, FaultCause } from "./fault.ts";
import type { VendorCall } from "./vendor-call.ts";

const TOLD: Readonly<Record<FaultCause, string>> = {
  refused: "the connection was refused",
  dns: "the host name was not found",
  tls: "TLS failed: check the certificate and the address",
  timeout: "no connection in time",
  reset: "the connection broke off",
  "too-large": "the connection failed",
  other: "the connection failed",
};

const ILLEGAL = "the request cannot be written as HTTP: check the credentials";

/**
 * The one place that says what a fault means, the same for every provider: nothing sent is an error that cost nothing,
 * an answer too large to read is an answer not understood, and anything else is a lost answer.
 *
 * @throws ProviderError `UNAVAILABLE`, or `MISCONFIGURED` where trying again cannot help, or `RESPONSE_INVALID`
 */
export function faultToAnswer(fault: Fault, call: VendorCall): ProviderResult {
  if (fault.sent === "maybe") {
    if (fault.cause === "too-large")
      throw callError("RESPONSE_INVALID", call, { rule: "the answer is too large" });
    const basis = `${call.provider} ${call.action} answer lost (${fault.phase}, ${fault.cause})`;
    return { status: "in-doubt", charge: { charged: "unknown", basis } };
  }
  const illegal = fault.phase === "request";
  throw callError(illegal || fault.cause === "tls" ? "MISCONFIGURED" : "UNAVAILABLE", call, {
    rule: illegal ? ILLEGAL : TOLD[fault.cause],
    charge: NOTHING_SENT,
  });
}
