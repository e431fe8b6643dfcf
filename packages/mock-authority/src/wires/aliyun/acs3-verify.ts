import { createHmac, hash, timingSafeEqual } from "node:crypto";
import { canonicalQuery } from "./canonical-query.ts";
import { gatewayError } from "./gateway-error.ts";
import type { GatewayError } from "./gateway-error.ts";

/**
 * Verifies ACS3-HMAC-SHA256 as https://help.aliyun.com/document_detail/2593177.html describes it. The official SDKs send
 * and sign further `x-acs-*` headers, so the list of signed headers is taken from the request.
 */

const ALGORITHM = "ACS3-HMAC-SHA256";
const MAX_SKEW_MS = 15 * 60_000;

const AUTHORIZATION =
  /^ACS3-HMAC-SHA256 Credential=([^\s,]{1,128}),SignedHeaders=([a-z0-9;_-]{1,2048}),Signature=([0-9a-f]{64})$/;

/** The parts of a request that the signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** Raw, without the question mark. */
  readonly query: string;
  /** Host header as sent, port included: that is what the official SDKs sign. */
  readonly host: string;
  readonly headers: Headers;
  /** Exact bytes of the body. */
  readonly body: Uint8Array;
}

/** What the verifier has to know. */
export interface Acs3Context {
  /** The secret of an AccessKey; undefined when the id is unknown. */
  secretOf(accessKeyId: string): string | undefined;
  /** Takes a nonce: false when it was there before. Asked once everything else is right. */
  takeNonce(nonce: string): boolean;
  /** Now, milliseconds since 1970. */
  readonly now: number;
}

interface Authorization {
  readonly accessKeyId: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

function parseAuthorization(header: string): Authorization | undefined {
  const match = AUTHORIZATION.exec(header);
  if (match === null) return undefined;
  const [, accessKeyId = "", names = "", signature = ""] = match;
  return { accessKeyId, signedHeaders: names.split(";"), signature };
}

/** Every `x-acs-*` header, `host`, and `content-type` where there is one, in ascending order. */
function coversWhatItMust(headers: Headers, names: readonly string[]): boolean {
  const ascending = names.every((name, index) => index === 0 || name > (names[index - 1] ?? ""));
  const due = [...headers.keys()].filter((name) => name.startsWith("x-acs-") || name === "content-type");
  return ascending && ["host", ...due].every((name) => names.includes(name));
}

/** Undefined when a signed header was not sent. Values are trimmed and keep their case. */
function canonicalHeaders({ headers, host }: SignedRequest, names: readonly string[]): string | undefined {
  let block = "";
  for (const name of names) {
    const value = name === "host" ? host : headers.get(name);
    if (value === null) return undefined;
    block += `${name}:${value.trim()}\n`;
  }
  return block;
}

function isSignatureRight(request: SignedRequest, { signedHeaders, signature }: Authorization, key: string) {
  const bodyHash = hash("sha256", request.body);
  const headers = canonicalHeaders(request, signedHeaders);
  if (headers === undefined || request.headers.get("x-acs-content-sha256") !== bodyHash) return false;
  const query = canonicalQuery(request.query);
  const canonical = [request.method, "/", query, headers, signedHeaders.join(";"), bodyHash].join("\n");
  const due = createHmac("sha256", key)
    .update(`${ALGORITHM}\n${hash("sha256", canonical)}`)
    .digest();
  return timingSafeEqual(due, Buffer.from(signature, "hex"));
}

/** `yyyy-MM-ddTHH:mm:ssZ`; NaN for anything else. */
function parseDate(date: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) ? Date.parse(date) : Number.NaN;
}

function checkTime(date: string | null, now: number): GatewayError | undefined {
  if (date === null) return gatewayError("MissingTimestamp", "The header x-acs-date is missing.");
  const sent = parseDate(date);
  if (Number.isNaN(sent)) return gatewayError("InvalidTimeStamp.Format");
  return Math.abs(now - sent) > MAX_SKEW_MS ? gatewayError("InvalidTimeStamp.Expired") : undefined;
}

/** Undefined when the request is authentic, fresh and new, else the vendor's error. */
export function verifyAcs3(request: SignedRequest, context: Acs3Context): GatewayError | undefined {
  const { headers } = request;
  const header = headers.get("authorization");
  if (header === null) return gatewayError("MissingAccessKeyId", "The header Authorization is missing.");
  const authorization = parseAuthorization(header);
  if (authorization === undefined) return gatewayError("IncompleteSignature");
  const timeError = checkTime(headers.get("x-acs-date"), context.now);
  if (timeError !== undefined) return timeError;
  const nonce = headers.get("x-acs-signature-nonce");
  if (nonce === null || nonce === "") return gatewayError("MissingSignatureNonce");
  const secret = context.secretOf(authorization.accessKeyId);
  if (secret === undefined) return gatewayError("InvalidAccessKeyId.NotFound");
  if (!coversWhatItMust(headers, authorization.signedHeaders)) {
    return gatewayError(
      "SignatureDoesNotMatch",
      "A header that must be signed is not, or they are not in order.",
    );
  }
  if (!isSignatureRight(request, authorization, secret)) return gatewayError("SignatureDoesNotMatch");
  return context.takeNonce(nonce) ? undefined : gatewayError("SignatureNonceUsed");
}
