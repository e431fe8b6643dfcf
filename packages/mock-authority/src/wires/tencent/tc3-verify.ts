import { hash, timingSafeEqual } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { hmacSha256 } from "./hmac-sha256.ts";
import { TERMINATOR } from "./signing-keys.ts";
import type { SigningKeys } from "./signing-keys.ts";
import { vendorError } from "./vendor-error.ts";
import type { VendorError } from "./vendor-error.ts";

/**
 * Verifies TC3-HMAC-SHA256 as https://cloud.tencent.com/document/api/213/30654 describes it.
 *
 * Two habits of the official Node SDK are accepted, because every client of that SDK has them:
 * - it signs the `host` line without the port, so the line is tried as sent and then without the port;
 * - it takes the first label of the endpoint as service, which for `127.0.0.1:7700` is `127` and for
 *   `localhost:7700` is `localhost:7700`; so the service may be the product or that label.
 */

const ALGORITHM = "TC3-HMAC-SHA256";
const MAX_SKEW_SECONDS = 300;

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^\s/,]{1,128})\/(\d{4}-\d{2}-\d{2})\/([^\s/,]{1,255})\/tc3_request, ?SignedHeaders=([a-z0-9;_-]{1,1024}), ?Signature=([0-9a-f]{64})$/;

/** The parts of a request that the signature covers: a POST without a query, whose canonical query is empty. */
export interface SignedRequest {
  readonly method: string;
  /** Host header as sent. */
  readonly host: string;
  readonly headers: Headers;
  /** Exact bytes of the body. */
  readonly body: Uint8Array;
}

/** What the verifier has to know. */
export interface Tc3Context {
  /** Secret key of a SecretId; undefined when the id is unknown. */
  secretKeyOf(secretId: string): string | undefined;
  /** Products that may stand in the credential scope, for example `faceid`. */
  readonly services: readonly string[];
  /** Now, milliseconds since 1970. */
  readonly now: number;
  /** Derives and remembers signing keys. */
  readonly signingKeys: SigningKeys;
}

interface Authorization {
  readonly secretId: string;
  readonly date: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

function parseAuthorization(header: string): Authorization | undefined {
  const match = AUTHORIZATION.exec(header);
  if (match === null) return undefined;
  const [, secretId = "", date = "", service = "", names = "", signature = ""] = match;
  return { secretId, date, service, signedHeaders: names.split(";"), signature };
}

/** The page asks for names in ascending order, with content-type and host among them. */
function areSignedHeadersWellFormed(names: readonly string[]): boolean {
  const ascending = names.every((name, index) => index === 0 || name > (names[index - 1] ?? ""));
  return ascending && names.includes("content-type") && names.includes("host");
}

/** Undefined when a signed header was not sent. Values are trimmed and lower-cased, step 1. */
function canonicalHeaders(
  request: SignedRequest,
  names: readonly string[],
  host: string,
): string | undefined {
  let block = "";
  for (const name of names) {
    const value = name === "host" ? host : request.headers.get(name);
    if (value === null) return undefined;
    block += `${name}:${value.trim().toLowerCase()}\n`;
  }
  return block;
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, "");
}

interface SignatureCheck extends Authorization {
  readonly timestamp: string;
  readonly key: KeyObject;
}

function isSignatureRight(request: SignedRequest, { signedHeaders, ...check }: SignatureCheck): boolean {
  const bodyHash = hash("sha256", request.body);
  const given = Buffer.from(check.signature, "hex");
  return [...new Set([request.host, withoutPort(request.host)])].some((host) => {
    const headers = canonicalHeaders(request, signedHeaders, host);
    if (headers === undefined) return false;
    const canonical = `${request.method}\n/\n\n${headers}\n${signedHeaders.join(";")}\n${bodyHash}`;
    const scope = `${check.date}/${check.service}/${TERMINATOR}`;
    const toSign = `${ALGORITHM}\n${check.timestamp}\n${scope}\n${hash("sha256", canonical)}`;
    return timingSafeEqual(hmacSha256(check.key, toSign), given);
  });
}

function utcDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Undefined when the request is authentic, else the vendor's error. */
export function verifyTc3(request: SignedRequest, context: Tc3Context): VendorError | undefined {
  const header = request.headers.get("authorization");
  if (header === null) return vendorError("AuthFailure.InvalidAuthorization", "The header is missing.");
  const authorization = parseAuthorization(header);
  if (authorization === undefined || !areSignedHeadersWellFormed(authorization.signedHeaders)) {
    return vendorError("AuthFailure.InvalidAuthorization");
  }
  const timestamp = request.headers.get("x-tc-timestamp");
  if (timestamp === null) return vendorError("MissingParameter", "The header X-TC-Timestamp is missing.");
  if (!/^\d{1,12}$/.test(timestamp)) {
    return vendorError("InvalidParameter", "The header X-TC-Timestamp is not a number of seconds.");
  }
  const secretKey = context.secretKeyOf(authorization.secretId);
  if (secretKey === undefined) return vendorError("AuthFailure.SecretIdNotFound");
  const seconds = Number(timestamp);
  if (Math.abs(context.now / 1000 - seconds) > MAX_SKEW_SECONDS) {
    return vendorError("AuthFailure.SignatureExpire", "X-TC-Timestamp is off by more than five minutes.");
  }
  const { date, service } = authorization;
  const [hostLabel] = request.host.split(".", 1);
  if (date !== utcDate(seconds) || !(context.services.includes(service) || service === hostLabel)) {
    return vendorError("AuthFailure.SignatureFailure", "The credential scope has another date or service.");
  }
  const key = context.signingKeys({ secretKey, date, service });
  return isSignatureRight(request, { ...authorization, timestamp, key })
    ? undefined
    : vendorError("AuthFailure.SignatureFailure");
}
