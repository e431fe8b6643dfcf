import type { KeyObject } from "node:crypto";
import { assertOption, assertOptions, type CheckKind } from "@shiming/contract";
import {
  checkBaseUrl,
  checkInteger,
  toSecret,
  type Secret,
  type TransportTuning,
} from "@shiming/provider-kit";
import type { Service } from "./action.ts";
import { toPublicKey } from "./encrypt-parameters.ts";
import { ENCRYPTION_MODES, type Digest } from "./encrypted-phone-verification.ts";
import { PHONE_ACTIONS, type PhoneAction } from "./phone-actions.ts";
import type { VerifyMode } from "./phone-verification.ts";
import { TENCENT_RESULT_TABLES } from "./result-tables.ts";

/** What `tencent` is made with. */
export interface TencentOptions {
  /** SecretId of an API key. Required. */
  readonly secretId: string | Secret;
  /** SecretKey of the same key. Required. */
  readonly secretKey: string | Secret;
  /** One address for both products, such as a mock's. Default: the vendor's two hosts in mainland China. */
  readonly baseUrl?: string;
  /** What you pay for one charged call, in millionths of a yuan (CNY). Default: unknown. */
  readonly prices?: TencentPrices;
  /** Which action does a check that several could do. Default: see {@link TencentActions}. */
  readonly actions?: TencentActions;
  /** Whether `PhoneVerification` says which part disagrees; it is priced differently. Default `brief`. */
  readonly verifyMode?: VerifyMode;
  /** How `EncryptedPhoneVerification` hashes what it sends. Default `sha256`. */
  readonly digest?: Digest;
  /** Encrypts names and numbers once more inside TLS, for the actions that can. Default: not. */
  readonly encryption?: TencentEncryption;
  /** Time-outs, sizes and TLS. Default: see `TransportTuning` of `@shiming/provider-kit`. */
  readonly transport?: TransportTuning;
}

/** The vendor's action by kind of check, where there is a choice. */
export interface TencentActions {
  /** For a phone with name and ID number. Default `PhoneVerification`, which takes the numbers of every carrier. */
  readonly phone?: PhoneAction;
}

/** Encryption of single parameters, AES-256-CBC and RSA. */
export interface TencentEncryption {
  /** The public RSA key of the console, in PEM or as base64 of PEM. Required. */
  readonly publicKey: string;
}

type PricedKind = CheckKind & ("resident-id" | "phone" | "credit-code");

/** An action that has a price of its own. */
export type PricedAction =
  | PhoneAction
  | "IdCardVerification"
  | "CheckIdNameDate"
  | "CheckPhoneAndName"
  | "VerifyBizLicenseEnterprise3"
  | "VerifyBizLicenseEnterprise4";

/**
 * Price of one charged call, in millionths of a yuan (CNY), by kind of check or by the vendor's action: that of the
 * action wins. What has neither: unknown.
 */
export type TencentPrices = { readonly [Name in PricedKind | PricedAction]?: number };

export interface CheckedOptions {
  readonly secretId: Secret;
  readonly secretKey: Secret;
  readonly urls: Readonly<Record<Service, URL>>;
  readonly prices: Readonly<Record<string, number | undefined>>;
  readonly phoneAction: PhoneAction;
  readonly verifyMode: VerifyMode;
  readonly digest: Digest;
  /** Undefined: nothing is encrypted. */
  readonly publicKey: KeyObject | undefined;
}

/** Source: https://cloud.tencent.com/document/api/1007/31320 and https://cloud.tencent.com/document/api/866/132862. */
const HOSTS = {
  faceid: "https://faceid.tencentcloudapi.com",
  ocr: "https://ocr.tencentcloudapi.com",
};

/** A yuan is 1 000 000 micros; no check costs a thousand of them. */
const MAX_PRICE = 1_000_000_000;

const PRICED: readonly string[] = [
  "resident-id",
  "phone",
  "credit-code",
  ...TENCENT_RESULT_TABLES.map(({ action }) => action),
];

export function checkOptions(options: TencentOptions): CheckedOptions {
  assertOptions(options, "options");
  const { baseUrl, prices = {}, encryption } = options;
  assertOptions(prices, "prices", PRICED);
  for (const [name, price] of Object.entries(prices)) {
    checkInteger(price, `prices.${name}`, { min: 0, max: MAX_PRICE });
  }
  const urls = { faceid: checkBaseUrl(baseUrl ?? HOSTS.faceid), ocr: checkBaseUrl(baseUrl ?? HOSTS.ocr) };
  // The signature covers the path, and the vendor's is always `/`.
  assertOption(urls.faceid.pathname === "/", "baseUrl", "must have no path");
  return {
    secretId: toSecret(options.secretId, "secretId"),
    secretKey: toSecret(options.secretKey, "secretKey"),
    urls,
    prices,
    publicKey: encryption === undefined ? undefined : checkEncryption(encryption),
    ...checkPhoneOptions(options),
  };
}

function checkEncryption(encryption: TencentEncryption): KeyObject {
  assertOptions(encryption, "encryption", ["publicKey"]);
  return toPublicKey(encryption.publicKey, "encryption.publicKey");
}

const VERIFY_MODES = { brief: true, detailed: true };

/** An option that the chosen action would not look at is refused: a caller would believe in what it says. */
function checkPhoneOptions({
  actions = {},
  verifyMode,
  digest,
}: TencentOptions): Pick<CheckedOptions, "phoneAction" | "verifyMode" | "digest"> {
  assertOptions(actions, "actions", ["phone"]);
  const { phone: phoneAction = "PhoneVerification" } = actions;
  assertOneOf(phoneAction, PHONE_ACTIONS, "actions.phone");
  if (verifyMode !== undefined) {
    assertOneOf(verifyMode, VERIFY_MODES, "verifyMode");
    const fits = phoneAction === "PhoneVerification" || verifyMode === "brief";
    assertOption(fits, "verifyMode", "can be detailed with actions.phone PhoneVerification only");
  }
  if (digest !== undefined) {
    assertOneOf(digest, ENCRYPTION_MODES, "digest");
    const fits = phoneAction === "EncryptedPhoneVerification";
    assertOption(fits, "digest", "needs actions.phone EncryptedPhoneVerification");
  }
  return { phoneAction, verifyMode: verifyMode ?? "brief", digest: digest ?? "sha256" };
}

function assertOneOf(value: string, table: object, path: string): void {
  assertOption(Object.hasOwn(table, value), path, `must be one of ${Object.keys(table).join(", ")}`);
}
