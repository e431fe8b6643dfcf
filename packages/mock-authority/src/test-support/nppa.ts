import { createCipheriv, createHash, createSecretKey } from "node:crypto";
import type { MockAuthority } from "../authority.ts";
import type { NppaCredentials } from "../wires/nppa/accounts.ts";

/** A request to sign, with the parts a test bends. */
export interface NppaCall {
  readonly credentials: NppaCredentials;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  /** To encrypt and POST. Default: none, which makes it a GET. */
  readonly message?: unknown;
  /** Plain body to send and sign in place of an encrypted message. */
  readonly body?: string;
  /** Default: none. */
  readonly query?: Readonly<Record<string, string>>;
  /** Under the base URL. Default: that of the check, or of the query for a GET. */
  readonly path?: string;
  /** Default POST with a message or body, else GET. */
  readonly method?: string;
  /** Application to call as. Default `appId` of the credentials. */
  readonly appId?: string;
  /** Key to sign and encrypt with. Default that of the credentials. */
  readonly secretKey?: string;
  /** Changes headers after signing. */
  readonly tamper?: (headers: Headers) => void;
  /** Body to send in place of the signed one. */
  readonly sentBody?: string;
  /** Query to send in place of the signed one. */
  readonly sentQuery?: string;
  /** Default `http://127.0.0.1:7700`. */
  readonly origin?: string;
}

/** The credentials of a mock on this wire. */
export function nppaCredentials(authority: MockAuthority): NppaCredentials {
  return authority.wire("nppa", "").credentials;
}

/** Encrypts as the specification says, with a nonce that stands still: a test key protects nobody. */
export function encryptFor(secretKey: string, message: unknown): string {
  const nonce = Buffer.alloc(12, 1);
  const cipher = createCipheriv("aes-128-gcm", createSecretKey(secretKey, "hex"), nonce);
  const text = typeof message === "string" ? message : JSON.stringify(message);
  const parts = [nonce, cipher.update(text, "utf8"), cipher.final()];
  return JSON.stringify({ data: Buffer.concat([...parts, cipher.getAuthTag()]).toString("base64") });
}

/** Encrypts and signs by the published steps, sharing nothing with the verifier. */
export function nppaRequest(call: NppaCall): Request {
  const { credentials, message, query = {}, origin = "http://127.0.0.1:7700" } = call;
  const { appId = credentials.appId, secretKey = credentials.secretKey } = call;
  const body = call.body ?? (message === undefined ? undefined : encryptFor(secretKey, message));
  const system = { appId, bizId: credentials.bizId, timestamps: String(call.timestamp) };
  const joined = Object.entries({ ...system, ...query })
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flat()
    .join("");
  const sign = createHash("sha256")
    .update(`${secretKey}${joined}${body ?? ""}`)
    .digest("hex");
  const headers = new Headers({ "content-type": "application/json;charset=utf-8", ...system, sign });
  call.tamper?.(headers);
  const path = call.path ?? `/idcard/authentication/${body === undefined ? "query" : "check"}`;
  const search = call.sentQuery ?? new URLSearchParams(query).toString();
  const url = `${origin}/nppa${path}${search === "" ? "" : `?${search}`}`;
  const method = call.method ?? (body === undefined ? "GET" : "POST");
  const sent = call.sentBody ?? body;
  return new Request(url, { method, headers, ...(sent === undefined ? {} : { body: sent }) });
}
