import { assertOption, assertOptions, UsageError, type CheckKind } from "@shiming/contract";
import {
  checkBaseUrl,
  checkInteger,
  toSecret,
  type Secret,
  type TransportTuning,
} from "@shiming/provider-kit";
import type { Service } from "./action.ts";
import type { VerifyMode } from "./phone-verification.ts";

/** What `tencent` is made with. */
export interface TencentOptions {
  /** SecretId of an API key. Required. */
  readonly secretId: string | Secret;
  /** SecretKey of the same key. Required. */
  readonly secretKey: string | Secret;
  /** One address for both products, such as a mock's. Default: the vendor's two hosts in mainland China. */
  readonly baseUrl?: string;
  /** What you pay for one charged call of each kind, in millionths of a yuan (CNY). Default: unknown. */
  readonly prices?: TencentPrices;
  /** Whether the phone check says which part disagrees; it is priced differently. Default `brief`. */
  readonly verifyMode?: VerifyMode;
  /** Time-outs, sizes and TLS. Default: see `TransportTuning` of `@shiming/provider-kit`. */
  readonly transport?: TransportTuning;
}

/** Price of one charged call by kind of check, in millionths of a yuan (CNY). A kind left out: unknown. */
export type TencentPrices = {
  readonly [Kind in CheckKind & ("resident-id" | "phone" | "credit-code")]?: number;
};

export interface CheckedOptions {
  readonly secretId: Secret;
  readonly secretKey: Secret;
  readonly urls: Readonly<Record<Service, URL>>;
  readonly prices: Partial<Record<CheckKind, number>>;
  readonly verifyMode: VerifyMode;
}

/** Source: https://cloud.tencent.com/document/api/1007/31320 and https://cloud.tencent.com/document/api/866/132862. */
const HOSTS = {
  faceid: "https://faceid.tencentcloudapi.com",
  ocr: "https://ocr.tencentcloudapi.com",
};

/** A yuan is 1 000 000 micros; no check costs a thousand of them. */
const MAX_PRICE = 1_000_000_000;

export function checkOptions(options: TencentOptions): CheckedOptions {
  assertOptions(options, "options");
  const { baseUrl, prices = {}, verifyMode = "brief" } = options;
  if (verifyMode !== "brief" && verifyMode !== "detailed") {
    throw new UsageError("INVALID_OPTION", "verifyMode", "must be brief or detailed");
  }
  assertOptions(prices, "prices", ["resident-id", "phone", "credit-code"]);
  for (const [kind, price] of Object.entries(prices)) {
    checkInteger(price, `prices.${kind}`, { min: 0, max: MAX_PRICE });
  }
  const urls = { faceid: checkBaseUrl(baseUrl ?? HOSTS.faceid), ocr: checkBaseUrl(baseUrl ?? HOSTS.ocr) };
  // The signature covers the path, and the vendor's is always `/`.
  assertOption(urls.faceid.pathname === "/", "baseUrl", "must have no path");
  return {
    secretId: toSecret(options.secretId, "secretId"),
    secretKey: toSecret(options.secretKey, "secretKey"),
    urls,
    prices,
    verifyMode,
  };
}
