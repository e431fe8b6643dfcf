import { randomBytes as systemRandomBytes } from "node:crypto";
import { assertOptions, UsageError } from "@shiming/contract";
import { checkBaseUrl, toSecret, type Secret, type TransportTuning } from "@shiming/provider-kit";
import type { RandomBytes } from "./biz-seq.ts";
import { referenceWire } from "./reference-wire/reference-wire.ts";
import type { NetworkIdentityWire, RelyingParty } from "./wire.ts";

/** What `networkIdentity` is made with. */
export interface NetworkIdentityOptions {
  /** Organisation id, assigned on approval; 1 to 64 characters. Required. */
  readonly orgId: string;
  /** Application id under that organisation; 1 to 64 characters. Required. */
  readonly appId: string;
  /** Name of the application, at most 64 characters. Default: not sent. */
  readonly appName?: string;
  /** Shared with the gateway, at least 32 bytes in UTF-8: RFC 7518 3.2 asks for as many with HS256. Required. */
  readonly secret: string | Secret;
  /** Address of the gateway. Required: the service has no public endpoint that could be a default. */
  readonly baseUrl: string;
  /** How the gateway is spoken to. Default {@link referenceWire}, which is ours and not the official one. */
  readonly wire?: NetworkIdentityWire;
  /** Where the gateway publishes its keys. Default `{baseUrl}/.well-known/jwks.json`. */
  readonly jwksUrl?: string;
  /** Time-outs, sizes and TLS, as in `TransportTuning` of `@shiming/provider-kit`; `maxBodyBytes` 65536 by default. */
  readonly transport?: TransportTuning;
  /** Where randomness comes from. Default: the cryptographic generator of Node. */
  readonly randomBytes?: RandomBytes;
}

export interface CheckedOptions {
  readonly party: RelyingParty;
  readonly wire: NetworkIdentityWire;
  readonly url: URL;
  readonly jwksUrl: URL;
  readonly newId: () => string;
}

const MAX_TEXT = 64;
const MIN_SECRET_BYTES = 32;

/** @throws UsageError `INVALID_OPTION` */
export function checkOptions(options: NetworkIdentityOptions): CheckedOptions {
  assertOptions(options, "options");
  const { appName, randomBytes = systemRandomBytes } = options;
  const url = checkGatewayUrl(options.baseUrl);
  const baseUrl = url.href.replace(/\/+$/, "");
  return {
    party: {
      orgId: checkText(options.orgId, "orgId"),
      appId: checkText(options.appId, "appId"),
      ...(appName !== undefined && { appName: checkText(appName, "appName") }),
      secret: checkSecret(options.secret),
      baseUrl,
    },
    wire: options.wire ?? referenceWire,
    url,
    jwksUrl: checkBaseUrl(options.jwksUrl ?? `${baseUrl}/.well-known/jwks.json`, "jwksUrl"),
    newId: () => Buffer.from(randomBytes(16)).toString("base64url"),
  };
}

/** Callers without types hand over what an unset environment variable gives. */
function checkGatewayUrl(baseUrl: string | undefined): URL {
  if (baseUrl === undefined || baseUrl === "") {
    const rule =
      "is required: the service has no public endpoint, your gateway's operator tells you its address";
    throw new UsageError("INVALID_OPTION", "baseUrl", rule);
  }
  return checkBaseUrl(baseUrl);
}

function checkText(value: unknown, path: string): string {
  if (typeof value === "string" && value.trim() !== "" && value.length <= MAX_TEXT) return value;
  throw new UsageError("INVALID_OPTION", path, `must be text of 1 to ${MAX_TEXT} characters`);
}

function checkSecret(value: string | Secret): Secret {
  const secret = toSecret(value, "secret");
  if (Buffer.byteLength(secret.reveal(), "utf8") >= MIN_SECRET_BYTES) return secret;
  throw new UsageError("INVALID_OPTION", "secret", `must have at least ${MIN_SECRET_BYTES} bytes`);
}
