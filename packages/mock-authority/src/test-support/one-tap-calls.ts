import { createHash, createHmac } from "node:crypto";
import type { MockAuthority } from "../authority.ts";
import { FIXED_NOW } from "./fixed-clock.ts";

/** Where the mock is said to be. The calls below are signed as customers would, sharing nothing with the mock. */
export const ORIGIN = "http://127.0.0.1:7700";

const upper = (text: string): string => text.toUpperCase();
/** {@link FIXED_NOW} by China's clock. */
const TIME = "20260102110405000";

/** Posts JSON to a path of a wire. */
export function post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request(`${ORIGIN}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

let messages = 0;

/** `change` replaces members after signing. */
export function loginCall(authority: MockAuthority, request: object, change: object = {}): Request {
  const { appId, appKey } = authority.wire("one-tap-china-mobile", ORIGIN).credentials;
  messages += 1;
  const members = {
    version: "2.0",
    msgid: `message-${messages}`,
    systemtime: TIME,
    strictcheck: "0",
    appid: appId,
    token: "",
    ...request,
  };
  const { version, msgid, systemtime, strictcheck, appid, token } = members;
  const text = `${appid}${version}${msgid}${systemtime}${strictcheck}${token}${appKey}`;
  const sign = upper(createHash("md5").update(text).digest("hex"));
  return post("/one-tap-china-mobile/unisdk/rsapi/loginTokenValidate", { ...members, sign, ...change });
}

/** `change` replaces members of the inner body after signing. */
export function checkCall(
  authority: MockAuthority,
  { token = "", phone = "" }: Readonly<Record<string, string>>,
  change: object = {},
): Request {
  const { appId, appKey } = authority.wire("one-tap-china-mobile", ORIGIN).credentials;
  const header = { version: "1.0", msgId: "m", timestamp: TIME, appId };
  const phoneNum = upper(createHash("sha256").update(`${phone}${appKey}${TIME}`).digest("hex"));
  const text = `${appId}m${phoneNum}${TIME}${token}1.0`;
  const sign = upper(createHmac("sha256", appKey).update(text).digest("hex"));
  const body = { openType: "1", requesterType: "0", phoneNum, token, sign, ...change };
  return post("/one-tap-china-mobile/openapi/rs/tokenValidate", { header, body });
}

/** `authorization` in the place of the right one. */
export function jiguangCall(
  authority: MockAuthority,
  { action = "verify", ...body }: Readonly<Record<string, string>>,
  authorization?: string,
): Request {
  const { appKey, masterSecret } = authority.wire("one-tap-jiguang", ORIGIN).credentials;
  const right = `Basic ${Buffer.from(`${appKey}:${masterSecret}`).toString("base64")}`;
  return post(`/one-tap-jiguang/v1/web/${action}`, body, { authorization: authorization ?? right });
}

/** `change` replaces members after signing. */
export function geetestCall(authority: MockAuthority, request: object, change: object = {}): Request {
  const { appId, appKey } = authority.wire("one-tap-geetest", ORIGIN).credentials;
  const sign = createHmac("sha256", appKey).update(`${appId}&&${FIXED_NOW}`).digest("hex");
  return post("/one-tap-geetest/check_phone", { ...request, timestamp: String(FIXED_NOW), sign, ...change });
}
