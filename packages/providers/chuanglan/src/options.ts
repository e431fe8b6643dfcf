import { randomUUID } from "node:crypto";
import { assertOption, assertOptions, type CheckKind } from "@shiming/contract";
import {
  checkBaseUrl,
  checkInteger,
  toSecret,
  type Secret,
  type TransportTuning,
} from "@shiming/provider-kit";
import type { Service } from "./action.ts";
import type { Digest } from "./digest.ts";
import { CHUANGLAN_RESULT_TABLES } from "./result-tables.ts";

/** What `chuanglan` is made with. */
export interface ChuanglanOptions {
  /** Id of the app, from the vendor's console. Required. */
  readonly appId: string | Secret;
  /** Secret of the same app. Required. */
  readonly appSecret: string | Secret;
  /** One address for both hosts, such as a mock's. Default: the vendor's two hosts in mainland China. */
  readonly baseUrl?: string;
  /** What you pay for one charged call, in millionths of a yuan (CNY). Default: unknown. */
  readonly prices?: ChuanglanPrices;
  /**
   * Whether a phone check with an ID number says which part disagrees: another action of the vendor, with a price of
   * its own. Default `brief`.
   */
  readonly verifyMode?: VerifyMode;
  /**
   * Send digests in the phone checks, never the values. With `sha256` there is no check of a phone with a name alone:
   * the vendor has none. Default: the values are sent as they are.
   */
  readonly digest?: Digest;
  /** Makes a nonce, fresh for every request, 1 to 128 characters. Default: a random UUID. */
  readonly newNonce?: () => string;
  /** Time-outs, sizes and TLS. Default: see `TransportTuning` of `@shiming/provider-kit`. */
  readonly transport?: TransportTuning;
}

/** `detailed` says which part of a phone check disagrees. */
export type VerifyMode = "brief" | "detailed";

type PricedKind = CheckKind & ("resident-id" | "phone" | "credit-code");

/** An action that has a price of its own, by the vendor's name: the end of its path. */
export type PricedAction =
  | "id-card-auth"
  | "carriers-two-auth"
  | "carriers-two-auth-md5"
  | "carriers-auth"
  | "carriers-auth-md5"
  | "carriersAuthSha256"
  | "carriers-auth-detail"
  | "carriers-auth-detail-md5"
  | "carriers-auth-detail-sha256"
  | "twoElementsCheck"
  | "business-three-auth"
  | "business-four-auth";

/**
 * Price of one charged call, in millionths of a yuan (CNY), by kind of check or by the vendor's action: that of the
 * action wins. What has neither: unknown.
 */
export type ChuanglanPrices = { readonly [Name in PricedKind | PricedAction]?: number };

export interface CheckedOptions {
  readonly appId: Secret;
  readonly appSecret: Secret;
  readonly urls: Readonly<Record<Service, URL>>;
  readonly priceOf: (kind: CheckKind, action: string) => number | undefined;
  readonly verifyMode: VerifyMode;
  readonly digest: Digest | undefined;
  readonly newNonce: () => string;
}

/** Source: `CloudApiConfig` of the vendor's SDK. */
const HOSTS = { auth: "https://wsauth.253.com", business: "https://wsapi.253.com" };

/** A yuan is 1 000 000 micros; no check costs a thousand of them. */
const MAX_PRICE = 1_000_000_000;

const PRICED: readonly string[] = [
  "resident-id",
  "phone",
  "credit-code",
  ...CHUANGLAN_RESULT_TABLES.map(({ action }) => action),
];

export function checkOptions(options: ChuanglanOptions): CheckedOptions {
  assertOptions(options, "options");
  const { baseUrl, prices = {}, verifyMode = "brief", digest, newNonce = randomUUID } = options;
  assertOptions(prices, "prices", PRICED);
  const byName: Readonly<Record<string, number | undefined>> = prices;
  for (const [name, price] of Object.entries(prices)) {
    checkInteger(price, `prices.${name}`, { min: 0, max: MAX_PRICE });
  }
  assertOption(["brief", "detailed"].includes(verifyMode), "verifyMode", "must be brief or detailed");
  assertOption(digest === undefined || ["md5", "sha256"].includes(digest), "digest", "must be md5 or sha256");
  assertOption(typeof newNonce === "function", "newNonce", "must be a function");
  const urls = {
    auth: checkBaseUrl(baseUrl ?? HOSTS.auth),
    business: checkBaseUrl(baseUrl ?? HOSTS.business),
  };
  assertOption(urls.auth.pathname === "/", "baseUrl", "must have no path");
  return {
    appId: toSecret(options.appId, "appId"),
    appSecret: toSecret(options.appSecret, "appSecret"),
    urls,
    priceOf: (kind, action) => byName[action] ?? byName[kind],
    verifyMode,
    digest,
    newNonce,
  };
}
