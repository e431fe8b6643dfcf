import { createSecretKey, type KeyObject } from "node:crypto";
import { assertOption, assertOptions, isField, type AppField } from "@shiming/contract";
import { checkBaseUrl, toSecret, type Secret, type TransportTuning } from "@shiming/provider-kit";

/** What `nppa` is made with. */
export interface NppaOptions {
  /** Identifier of the operator's application, from the console of the authority (应用标识). Required. */
  readonly appId: string;
  /** Filing number of the game (游戏备案识别码). Required. */
  readonly bizId: string;
  /** Key of the application, 32 hexadecimal digits (用户密钥). Required. */
  readonly secretKey: string | Secret;
  /** One address for check and query, such as a mock's. Default: the authority's two hosts, both by https. */
  readonly baseUrl?: string;
  /**
   * Field of the app's own under which a match tells the `pi`, the code for reports of playing time. It is personal
   * data: it discloses the birth date. Default: it is not told.
   */
  readonly piField?: AppField;
  /**
   * Asks for earlier answers by plain http, as the specification prints it: anyone on the way can read the `pi` in them
   * and turn a no into a yes. Default false.
   */
  readonly dangerouslyQueryOverPlainHttp?: boolean;
  /** Time-outs, sizes and TLS. Default: see `TransportTuning` of `@shiming/provider-kit`, with 5000 ms for headers. */
  readonly transport?: TransportTuning;
}

/** Who asks. */
export interface Account {
  readonly appId: string;
  readonly bizId: string;
  readonly secretKey: Secret;
  readonly encryptionKey: KeyObject;
}

/** Where each call goes. */
export interface Endpoints {
  readonly check: URL;
  readonly query: URL;
}

export interface CheckedOptions {
  readonly account: Account;
  readonly endpoints: Endpoints;
  readonly piField: AppField | undefined;
}

const HOSTS = { check: "https://api.wlc.nppa.gov.cn", query: "https://api2.wlc.nppa.gov.cn" };
const PATHS = { check: "/idcard/authentication/check", query: "/idcard/authentication/query" };

/** @throws UsageError `INVALID_OPTION` */
export function checkOptions(options: NppaOptions): CheckedOptions {
  assertOptions(options, "options");
  const { piField } = options;
  assertOption(
    piField === undefined || (typeof piField === "string" && piField.startsWith("app:") && isField(piField)),
    "piField",
    "must be a field of the app's own, such as app:game-player-id",
  );
  return { account: checkAccount(options), endpoints: checkEndpoints(options), piField };
}

function checkAccount({ appId, bizId, secretKey }: NppaOptions): Account {
  checkHeader(appId, "appId");
  checkHeader(bizId, "bizId");
  const secret = toSecret(secretKey, "secretKey");
  const isKey = /^[0-9a-fA-F]{32}$/.test(secret.reveal());
  assertOption(isKey, "secretKey", "must be 32 hexadecimal digits");
  const encryptionKey = createSecretKey(secret.reveal(), "hex");
  return { appId, bizId, secretKey: secret, encryptionKey };
}

/** The two identifiers travel as headers, and the signature covers them as they are. */
function checkHeader(value: unknown, path: string): void {
  const isPlain = typeof value === "string" && /^[!-~]{1,64}$/.test(value);
  assertOption(isPlain, path, "must be 1 to 64 letters, digits or signs of ASCII");
}

function checkEndpoints({ baseUrl, dangerouslyQueryOverPlainHttp = false }: NppaOptions): Endpoints {
  const isPlainHttp: unknown = dangerouslyQueryOverPlainHttp;
  assertOption(typeof isPlainHttp === "boolean", "dangerouslyQueryOverPlainHttp", "must be true or false");
  if (baseUrl === undefined) {
    const query = new URL(HOSTS.query + PATHS.query);
    if (isPlainHttp) query.protocol = "http:";
    return { check: new URL(HOSTS.check + PATHS.check), query };
  }
  const base = checkBaseUrl(baseUrl).href.replace(/\/+$/, "");
  return { check: new URL(base + PATHS.check), query: new URL(base + PATHS.query) };
}
