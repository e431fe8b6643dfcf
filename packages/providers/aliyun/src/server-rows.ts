import type { ErrorRow } from "@shiming/provider-kit";

const SOURCE =
  "https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/error-code-info-check";

const ROWS: readonly ErrorRow[] = [
  { code: "400", meaning: "a parameter is empty", error: "REJECTED", charged: "no" },
  { code: "401", meaning: "a value is not of the form the vendor takes", error: "REJECTED", charged: "no" },
  {
    code: "402",
    meaning: "the source of records failed, or a policy of the account stands against it",
    error: "UNAVAILABLE",
    charged: "no",
  },
  { code: "403", meaning: "these values are asked for too often", error: "THROTTLED", charged: "no" },
  { code: "410", meaning: "the product is not activated", error: "MISCONFIGURED", charged: "no" },
  { code: "411", meaning: "this key has no permission", error: "MISCONFIGURED", charged: "no" },
  { code: "412", meaning: "the account is in arrears", error: "MISCONFIGURED", charged: "no" },
  { code: "500", meaning: "the service failed", error: "UNAVAILABLE", charged: "no" },
];

/**
 * The second layer of the person checks: HTTP 200 with a `Code` other than 200. There is no result, so nothing that the
 * vendor bills.
 */
export const SERVER_ROWS: readonly ErrorRow[] = ROWS.map((row) => ({ ...row, source: SOURCE }));
