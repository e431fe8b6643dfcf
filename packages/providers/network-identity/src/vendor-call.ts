import type { VendorCall } from "@shiming/provider-kit";

export const PROVIDER_ID = "network-identity";

/** `authentication` asks the gateway to judge a transaction, `result` for the answer it has already given. */
export type ActionName = "authentication" | "result";

export const CALLS: Readonly<Record<ActionName, VendorCall>> = {
  authentication: { provider: PROVIDER_ID, action: "authentication" },
  result: { provider: PROVIDER_ID, action: "result" },
};
