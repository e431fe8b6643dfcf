import { createHash, createHmac } from "node:crypto";
import type { MockAuthority } from "../authority.ts";

/** An Alibaba Cloud request to sign, with the parts a test bends. */
export interface Acs3Call {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly action: string;
  /** Default 2019-03-07. */
  readonly version?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** `yyyy-MM-ddTHH:mm:ssZ`. */
  readonly date: string;
  readonly nonce: string;
  /** Default POST. */
  readonly method?: "POST" | "GET" | "PUT";
  /** Further headers to sign and send. */
  readonly more?: Readonly<Record<string, string>>;
  /** Signed headers to leave out of the signature. */
  readonly unsigned?: readonly string[];
  /** Changes headers after signing. */
  readonly tamper?: (headers: Headers) => void;
  /** Body to send in place of the signed one. */
  readonly sentBody?: string;
  /** Query to send in place of the signed one. */
  readonly sentQuery?: string;
}

const HOST = "127.0.0.1:7700";

/** The Alibaba Cloud credentials of a mock. */
export function aliyunCredentials(
  authority: MockAuthority,
): Readonly<Record<"accessKeyId" | "accessKeySecret", string>> {
  return authority.wire("aliyun", "").credentials;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** RFC 3986, by way of the form serialiser: it writes a space as `+`, escapes `~` and leaves `*`. */
function encode(parameters: Readonly<Record<string, string>>): string {
  const sorted = new URLSearchParams(Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return sorted.toString().replaceAll("+", "%20").replaceAll("*", "%2A").replaceAll("%7E", "~");
}

/** Signs by the published steps, sharing nothing with the verifier. */
export function acs3Request(call: Acs3Call): Request {
  const { accessKeyId, accessKeySecret, method = "POST", form, query = {}, unsigned = [] } = call;
  const body = form === undefined ? "" : encode(form);
  const sent: Record<string, string> = {
    ...(form !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
    host: HOST,
    "x-acs-action": call.action,
    "x-acs-content-sha256": sha256(body),
    "x-acs-date": call.date,
    "x-acs-signature-nonce": call.nonce,
    "x-acs-version": call.version ?? "2019-03-07",
    ...call.more,
  };
  const names = Object.keys(sent)
    .filter((name) => !unsigned.includes(name))
    .toSorted();
  const block = names.map((name) => `${name}:${sent[name]}\n`).join("");
  const canonical = [method, "/", encode(query), block, names.join(";"), sha256(body)].join("\n");
  const toSign = `ACS3-HMAC-SHA256\n${sha256(canonical)}`;
  const signature = createHmac("sha256", accessKeySecret).update(toSign).digest("hex");
  const authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${names.join(";")},Signature=${signature}`;
  const headers = new Headers({ ...sent, authorization });
  call.tamper?.(headers);
  const search = call.sentQuery ?? encode(query);
  const target = `http://${HOST}/${search === "" ? "" : `?${search}`}`;
  const content = call.sentBody ?? body;
  // Bytes, because the Fetch standard gives a text a content-type of its own.
  const withBody = method === "GET" || content === "" ? {} : { body: new TextEncoder().encode(content) };
  return new Request(target, { method, headers, ...withBody });
}
