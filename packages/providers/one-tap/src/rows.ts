import type { FinalProviderErrorCode, RetryableProviderErrorCode } from "@shiming/contract";
import type { ErrorRow, OutcomeRow } from "@shiming/provider-kit";

/** The row of a code by which the vendor says that a token is no good: the app has to get a new one. */
export const badToken = (code: string, meaning: string): OutcomeRow => ({
  code,
  meaning,
  outcome: "invalid",
  problems: [{ field: "one-tap-token", rule: "REJECTED_BY_AUTHORITY" }],
  charged: "no",
});

/** The row of a code without a result, which is not billed. */
export const failure = (
  code: string,
  error: FinalProviderErrorCode | RetryableProviderErrorCode,
  meaning: string,
): ErrorRow => ({ code, meaning, error, charged: "no" });
