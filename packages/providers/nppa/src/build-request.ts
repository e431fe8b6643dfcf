import type { WireRequest } from "@shiming/provider-kit";
import { encrypt } from "./encrypt.ts";
import type { Account, Endpoints } from "./options.ts";
import { sign } from "./sign.ts";

type Request = Omit<WireRequest, "signal">;

/** What both requests need. */
interface BuildInput {
  readonly account: Account;
  readonly endpoints: Endpoints;
  /** Milliseconds since the Unix epoch. The authority refuses a request that is more than five seconds old. */
  readonly now: number;
}

export interface CheckInput extends BuildInput {
  readonly ai: string;
  readonly name: string;
  readonly idNumber: string;
  /** See `encrypt`. */
  readonly nonce: Uint8Array;
}

export interface QueryInput extends BuildInput {
  readonly ai: string;
}

const CONTENT_TYPE = "application/json;charset=utf-8";

/** The request of a check, encrypted and signed. Pure: the same options give the same bytes. */
export function buildCheck(options: CheckInput): Request {
  const { account, endpoints, ai, name, idNumber, nonce } = options;
  const plaintext = JSON.stringify({ ai, name, idNum: idNumber });
  const body = JSON.stringify({ data: encrypt({ key: account.encryptionKey, nonce, plaintext }) });
  return { method: "POST", url: endpoints.check, headers: headersOf(options, { body }), body };
}

/** The request for the answer to an earlier check, signed. Pure. */
export function buildQuery(options: QueryInput): Request {
  const { endpoints, ai } = options;
  const url = new URL(endpoints.query);
  url.search = new URLSearchParams({ ai }).toString();
  return { method: "GET", url, headers: headersOf(options, { query: { ai } }) };
}

interface Signed {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function headersOf({ account, now }: BuildInput, { query, body = "" }: Signed): Record<string, string> {
  const { appId, bizId, secretKey } = account;
  const timestamps = String(now);
  const parameters = { appId, bizId, timestamps, ...query };
  return {
    "content-type": CONTENT_TYPE,
    appid: appId,
    bizid: bizId,
    timestamps,
    sign: sign({ secretKey: secretKey.reveal(), parameters, body }),
  };
}
