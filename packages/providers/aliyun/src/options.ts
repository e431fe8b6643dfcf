import { randomBytes as systemRandomBytes } from "node:crypto";
import { assertOption, assertOptions, type CheckKind } from "@shiming/contract";
import {
  checkBaseUrl,
  checkInteger,
  toSecret,
  type Secret,
  type TransportTuning,
} from "@shiming/provider-kit";
import type { CompanySettings } from "./ent-element-verify.ts";
import type { VerifyMode } from "./mobile-meta-verify.ts";
import type { ParamType } from "./param-type.ts";

/** What `aliyun` is made with. */
export interface AliyunOptions {
  /** AccessKey ID, best one of a RAM user that may do nothing else. Required. */
  readonly accessKeyId: string | Secret;
  /** AccessKey secret of the same key. Required. */
  readonly accessKeySecret: string | Secret;
  /** An address without a path, such as a mock's. Default: the vendor's host in mainland China. */
  readonly baseUrl?: string;
  /** What you pay for one charged call of each kind, in millionths of a yuan (CNY). Default: unknown. */
  readonly prices?: AliyunPrices;
  /** How names and numbers of persons are written. Default `normal`. */
  readonly paramType?: ParamType;
  /** Whether the check of three elements says which part disagrees; it is priced differently. Default `brief`. */
  readonly verifyMode?: VerifyMode;
  /** Settings of the company checks. Default: there are none, and no `credit-code`. */
  readonly company?: CompanySettings;
  /** Time-outs, sizes and TLS. Default: see `TransportTuning` of `@shiming/provider-kit`. */
  readonly transport?: TransportTuning;
  /** Gives that many random bytes, for nonces. Default: the cryptographic generator of Node. */
  readonly randomBytes?: (size: number) => Uint8Array;
}

/** Price of one charged call by kind of check, in millionths of a yuan (CNY). A kind left out: unknown. */
export type AliyunPrices = {
  readonly [Kind in CheckKind & ("resident-id" | "phone" | "credit-code")]?: number;
};

export interface CheckedOptions {
  readonly accessKeyId: Secret;
  readonly accessKeySecret: Secret;
  readonly url: URL;
  readonly prices: Partial<Record<CheckKind, number>>;
  readonly paramType: ParamType;
  readonly verifyMode: VerifyMode;
  readonly company: CompanySettings | undefined;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** Source: https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/vatsl9lfmbwe74iv. */
const HOST = "https://cloudauth.aliyuncs.com";

/** A yuan is 1 000 000 micros; no check costs a thousand of them. */
const MAX_PRICE = 1_000_000_000;

export function checkOptions(options: AliyunOptions): CheckedOptions {
  assertOptions(options, "options");
  const { baseUrl = HOST, prices = {}, paramType = "normal", verifyMode = "brief", company } = options;
  const { randomBytes = systemRandomBytes } = options;
  assertOption(["normal", "md5"].includes(paramType), "paramType", "must be normal or md5");
  assertOption(["brief", "detailed"].includes(verifyMode), "verifyMode", "must be brief or detailed");
  assertOption(typeof randomBytes === "function", "randomBytes", "must be a function");
  assertOptions(prices, "prices", ["resident-id", "phone", "credit-code"]);
  for (const [kind, price] of Object.entries(prices)) {
    checkInteger(price, `prices.${kind}`, { min: 0, max: MAX_PRICE });
  }
  if (company !== undefined) checkCompany(company);
  const url = checkBaseUrl(baseUrl);
  // The signature covers the path, and the vendor's is always `/`.
  assertOption(url.pathname === "/", "baseUrl", "must have no path");
  return {
    accessKeyId: toSecret(options.accessKeyId, "accessKeyId"),
    accessKeySecret: toSecret(options.accessKeySecret, "accessKeySecret"),
    url,
    prices,
    paramType,
    verifyMode,
    company,
    randomBytes,
  };
}

function checkCompany(company: CompanySettings): void {
  assertOptions(company, "company", ["userAuthorization", "sceneCode"]);
  const { userAuthorization, sceneCode = "shiming" } = company;
  assertOption(
    typeof userAuthorization === "boolean",
    "company.userAuthorization",
    "must be said, true or false",
  );
  assertOption(
    typeof sceneCode === "string" && /^\w{1,32}$/.test(sceneCode),
    "company.sceneCode",
    "must be 1 to 32 letters, digits and underscores",
  );
}
