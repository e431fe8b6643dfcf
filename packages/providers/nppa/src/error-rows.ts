import type { ErrorRow } from "@shiming/provider-kit";

const misconfigured = (code: string, meaning: string): ErrorRow => ({
  code,
  meaning,
  error: "MISCONFIGURED",
  charged: "no",
});

/** Values of `errcode` that both calls have (specification V1.8, table of error codes; 400x are the test system's). */
export const ERROR_ROWS: readonly ErrorRow[] = [
  { code: "1001", meaning: "the service failed", error: "UNAVAILABLE", charged: "no" },
  misconfigured("1002", "there is nothing at this address: check baseUrl"),
  misconfigured("1003", "the service takes no such method there: check baseUrl"),
  misconfigured("1004", "a system parameter is missing"),
  misconfigured("1005", "this address is not listed"),
  { code: "1006", meaning: "too many requests: blocked for a minute", error: "THROTTLED", charged: "no" },
  misconfigured("1007", "the request was more than five seconds old: check the clock"),
  misconfigured("1008", "the service does not know this appId"),
  misconfigured("1009", "this appId is not enabled"),
  misconfigured("1010", "this appId has no right to this interface"),
  misconfigured("1011", "the signature was refused: check secretKey and bizId"),
  { code: "1012", meaning: "the message was refused", error: "REJECTED", charged: "no" },
  { code: "4001", meaning: "the test system failed", error: "UNAVAILABLE", charged: "no" },
  misconfigured("4002", "the test system does not know this test"),
  misconfigured("4003", "the test system refused a parameter of the test"),
];
