import type { Secret, WireRequest } from "@shiming/provider-kit";
import type { Action, Body } from "./action.ts";
import { checkSum } from "./check-sum.ts";

export interface BuildOptions {
  readonly action: Action;
  readonly parameters: Body;
  /** Address of the host, without a path. */
  readonly url: URL;
  readonly appId: Secret;
  readonly appSecret: Secret;
  /** Fresh for every request, 128 characters at most. */
  readonly nonce: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** The request of one check. Pure: the same options give the same bytes. The secret itself is never in it. */
export function buildRequest(options: BuildOptions): Omit<WireRequest, "signal"> {
  const { action, parameters, url, appId, appSecret, nonce, now } = options;
  const curTime = Math.floor(now / 1000);
  return {
    method: "POST",
    url: new URL(action.path, url),
    headers: {
      "content-type": "application/json; charset=utf-8",
      appid: appId.reveal(),
      nonce,
      curtime: String(curTime),
      checksum: checkSum({ appSecret: appSecret.reveal(), nonce, curTime }),
    },
    body: JSON.stringify(parameters),
  };
}
