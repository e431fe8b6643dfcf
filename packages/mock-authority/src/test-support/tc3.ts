import { createHash, createHmac } from "node:crypto";
import type { MockAuthority } from "../authority.ts";

/** A Tencent request to sign, with the parts a test bends. */
export interface Tc3Call {
  readonly secretId: string;
  readonly secretKey: string;
  readonly action: string;
  readonly version?: string;
  readonly parameters: unknown;
  /** Unix seconds. */
  readonly timestamp: number;
  /** Service in the credential scope. Default faceid. */
  readonly service?: string;
  /** Value of the signed host line. Default that of the URL. */
  readonly signedHost?: string;
  /** Default 127.0.0.1:7700. */
  readonly host?: string;
  /** Date in the credential scope. Default the UTC date of the timestamp. */
  readonly date?: string;
  /** Names listed as signed without a line of their own. */
  readonly listed?: readonly string[];
  /** Further headers to sign and send. */
  readonly more?: Readonly<Record<string, string>>;
  /** Query to send. Default none. */
  readonly query?: string;
  /** Query in the canonical request. Default empty, as the vendor wants it for a POST. */
  readonly signedQuery?: string;
  /** Changes headers after signing. */
  readonly tamper?: (headers: Headers) => void;
  /** Body to send in place of the signed one. */
  readonly sentBody?: string;
}

/** The Tencent credentials of a mock. */
export function tencentCredentials(authority: MockAuthority): { secretId: string; secretKey: string } {
  return authority.wire("tencent", "").credentials;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Uint8Array, text: string) => createHmac("sha256", key).update(text).digest();

/** Signs by the published steps, sharing nothing with the verifier. */
export function tc3Request(call: Tc3Call): Request {
  const { secretId, secretKey, timestamp, service = "faceid", host = "127.0.0.1:7700" } = call;
  const body = typeof call.parameters === "string" ? call.parameters : JSON.stringify(call.parameters);
  const signed: Record<string, string> = {
    "content-type": "application/json",
    host: call.signedHost ?? host,
    ...call.more,
  };
  const names = Object.keys(signed).toSorted();
  const block = names.map((name) => `${name}:${signed[name]?.toLowerCase()}\n`).join("");
  const list = [...names, ...(call.listed ?? [])].join(";");
  const canonical = ["POST", "/", call.signedQuery ?? "", block, list, sha256(body)].join("\n");
  const date = call.date ?? new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), "tc3_request");
  const signature = hmac(key, ["TC3-HMAC-SHA256", timestamp, scope, sha256(canonical)].join("\n")).toString(
    "hex",
  );
  const headers = new Headers({
    "content-type": "application/json",
    host,
    ...call.more,
    "x-tc-action": call.action,
    "x-tc-version": call.version ?? "2018-03-01",
    "x-tc-timestamp": String(timestamp),
    authorization: `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${list}, Signature=${signature}`,
  });
  call.tamper?.(headers);
  const target = call.query === undefined ? "/" : `/?${call.query}`;
  return new Request(`http://${host}${target}`, { method: "POST", headers, body: call.sentBody ?? body });
}
