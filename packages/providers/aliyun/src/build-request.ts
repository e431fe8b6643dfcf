import type { Secret, WireRequest } from "@shiming/provider-kit";
import type { Action } from "./action.ts";
import { encodeParameters } from "./percent-encode.ts";
import { sha256, signAcs3 } from "./sign-acs3.ts";

export interface BuildOptions {
  readonly action: Action;
  readonly parameters: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly accessKeyId: Secret;
  readonly accessKeySecret: Secret;
  /** Milliseconds since the Unix epoch. The vendor refuses a clock that is off by more than fifteen minutes. */
  readonly now: number;
  /** Never the same for two requests. */
  readonly nonce: string;
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** The request of one check, signed. Pure: the same options give the same bytes. */
export function buildRequest(options: BuildOptions): Omit<WireRequest, "signal"> {
  const { action, parameters, url, accessKeyId, accessKeySecret, now, nonce } = options;
  const encoded = encodeParameters(parameters);
  const [query, body] = action.place === "query" ? [encoded, ""] : ["", encoded];
  const bodyHash = sha256(body);
  const sent = {
    ...(body !== "" && FORM),
    "x-acs-action": action.table.action,
    "x-acs-content-sha256": bodyHash,
    "x-acs-date": new Date(now).toISOString().replace(/\.\d+Z$/, "Z"),
    "x-acs-signature-nonce": nonce,
    "x-acs-version": action.version,
  };
  const authorization = signAcs3({
    accessKeyId: accessKeyId.reveal(),
    accessKeySecret: accessKeySecret.reveal(),
    query,
    headers: { ...sent, host: url.host },
    bodyHash,
  });
  const target = new URL(url);
  target.search = query;
  return { method: "POST", url: target, headers: { authorization, ...sent }, body };
}
