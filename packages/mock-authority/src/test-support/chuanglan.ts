import { createHash } from "node:crypto";
import type { MockAuthority } from "../authority.ts";
import type { ChuanglanCredentials } from "../wires/chuanglan/accounts.ts";
import { FIXED_NOW } from "./fixed-clock.ts";

/** A Chuanglan request to sign, with the parts a test bends. */
export interface ChuanglanCall {
  readonly path: string;
  /** An object is written as JSON. */
  readonly parameters: unknown;
  readonly appId: string;
  readonly appSecret: string;
  readonly nonce: string;
  /** Unix seconds. Default: the fixed clock's. */
  readonly curTime?: number | string;
  /** Changes headers after signing. */
  readonly tamper?: (headers: Headers) => void;
  /** Query to send. Default none. */
  readonly query?: string;
}

/** The Chuanglan credentials of a mock. */
export function chuanglanCredentials(authority: MockAuthority): ChuanglanCredentials {
  return authority.wire("chuanglan", "").credentials;
}

/** Signs by the steps of the vendor's SDK, sharing nothing with the verifier. */
export function chuanglanRequest(call: ChuanglanCall): Request {
  const { path, parameters, appId, appSecret, nonce, curTime = FIXED_NOW / 1000, query } = call;
  const headers = new Headers({
    "content-type": "application/json; charset=utf-8",
    AppID: appId,
    Nonce: nonce,
    CurTime: String(curTime),
    CheckSum: createHash("sha1").update(`${appSecret}${nonce}${curTime}`).digest("hex").toUpperCase(),
  });
  call.tamper?.(headers);
  const body = typeof parameters === "string" ? parameters : JSON.stringify(parameters);
  const target = query === undefined ? path : `${path}?${query}`;
  return new Request(`http://127.0.0.1:7700${target}`, { method: "POST", headers, body });
}
