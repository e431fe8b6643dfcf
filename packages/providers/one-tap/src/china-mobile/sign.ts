import { createHmac, hash } from "node:crypto";

/** The time as the vendor writes it: 17 digits, to the millisecond, by the clock of China (UTC+8, no summer time). */
export function chinaTime(now: number): string {
  const EIGHT_HOURS_MS = 28_800_000;
  return new Date(now + EIGHT_HOURS_MS).toISOString().replaceAll(/\D/g, "");
}

/** The id of a message: 32 hexadecimal digits, other for every verification and every token. */
export function messageId(verificationId: string, token: string): string {
  return hash("sha256", `${verificationId}\n${token}`).slice(0, 32);
}

/** The members of a login request that are signed. */
export interface LoginFields {
  readonly version: string;
  readonly msgid: string;
  readonly systemtime: string;
  readonly strictcheck: string;
  readonly appid: string;
  readonly token: string;
}

/** `sign` of `loginTokenValidate`: upper-case MD5 over the members in this order, the key behind them. */
export function signLogin(fields: LoginFields, appKey: string): string {
  const { appid, version, msgid, systemtime, strictcheck, token } = fields;
  return hash("md5", appid + version + msgid + systemtime + strictcheck + token + appKey).toUpperCase();
}

/** `phoneNum` of `tokenValidate`: a keyed SHA-256, other at every moment. */
export function hashPhone(
  phone: string,
  { appKey, timestamp }: { appKey: string; timestamp: string },
): string {
  return hash("sha256", phone + appKey + timestamp).toUpperCase();
}

/** The members of a check request that are signed. */
export interface CheckFields {
  readonly appId: string;
  readonly msgId: string;
  readonly phoneNum: string;
  readonly timestamp: string;
  readonly token: string;
  readonly version: string;
}

/** `sign` of `tokenValidate`: upper-case HMAC-SHA256 over the values, sorted by the names of the members. */
export function signCheck(fields: CheckFields, appKey: string): string {
  const { appId, msgId, phoneNum, timestamp, token, version } = fields;
  const text = appId + msgId + phoneNum + timestamp + token + version;
  return createHmac("sha256", appKey).update(text).digest("hex").toUpperCase();
}
