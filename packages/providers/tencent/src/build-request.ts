import type { KeyObject } from "node:crypto";
import type { Secret, WireRequest } from "@shiming/provider-kit";
import type { Action } from "./action.ts";
import { signTc3 } from "./sign-tc3.ts";

export interface BuildOptions {
  readonly action: Action;
  /** As they go into the JSON. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly url: URL;
  readonly secretId: Secret;
  readonly signingKey: (day: string, service: string) => KeyObject;
  /** Milliseconds since the Unix epoch. The vendor refuses a clock that is off by more than five minutes. */
  readonly now: number;
}

const CONTENT_TYPE = "application/json; charset=utf-8";

/** The request of one check, signed. Pure: the same options give the same bytes. */
export function buildRequest({
  action,
  parameters,
  url,
  secretId,
  signingKey,
  now,
}: BuildOptions): Omit<WireRequest, "signal"> {
  const { service, version, table } = action;
  const body = JSON.stringify(parameters);
  const timestamp = Math.floor(now / 1000);
  const signed = { "content-type": CONTENT_TYPE, host: url.host, "x-tc-action": table.action };
  const authorization = signTc3({
    secretId: secretId.reveal(),
    signingKey,
    service,
    timestamp,
    headers: signed,
    body,
  });
  const headers = {
    authorization,
    "content-type": CONTENT_TYPE,
    "x-tc-action": table.action,
    "x-tc-version": version,
    "x-tc-timestamp": String(timestamp),
  };
  return { method: "POST", url, headers, body };
}
