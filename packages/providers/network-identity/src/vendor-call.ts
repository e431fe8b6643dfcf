import type { VendorCall } from "@shiming/provider-kit";

export const PROVIDER_ID = "network-identity";

/** `authentication` asks the gateway to judge a transaction, `result` for the answer it has already given. */
export type ActionName = "authentication" | "result";

/** The calls, for as long as the answer may be anybody's: nobody knows then what it was charged. */
export const CALLS: Readonly<Record<ActionName, VendorCall>> = {
  authentication: { provider: PROVIDER_ID, action: "authentication" },
  result: { provider: PROVIDER_ID, action: "result" },
};

/**
 * The charge of what the gateway itself has answered, understood or not: the service is free of charge to the relying
 * party.
 *
 * Source: the guide of the service for mini-programs, version 1.0 of 2026-04-28,
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/cityservice/ncidas/guide.html.
 */
export const FREE: { readonly unreadable: "no" } = { unreadable: "no" };
