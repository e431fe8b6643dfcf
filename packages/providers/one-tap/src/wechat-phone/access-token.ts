import { abortError, throwIfAborted, type ProviderContext, type ProviderResult } from "@shiming/contract";
import {
  callError,
  defineResultTable,
  NOTHING_SENT,
  parseJsonObject,
  readReply,
  readWith,
  type ResultTable,
  type Secret,
  type Transport,
} from "@shiming/provider-kit";
import { z } from "zod";
import { failure } from "../rows.ts";
import { jsonPost, type Credential } from "../wire.ts";

/** Nothing is billed here, and nothing of the check is sent. */
export const STABLE_TOKEN: ResultTable = defineResultTable({
  provider: "wechat-phone",
  action: "stable_token",
  unreadable: "no",
  source: "https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken",
  rows: [
    { code: "0", meaning: "an access token was given", outcome: "match", charged: "no" },
    failure("-1", "UNAVAILABLE", "the service is busy"),
    failure("40013", "MISCONFIGURED", "there is no such appId"),
    failure("40125", "MISCONFIGURED", "the secret was refused: check secret"),
    failure("40164", "MISCONFIGURED", "this address is not listed"),
    failure("45009", "DAILY_LIMIT", "the daily limit of access tokens is reached"),
    failure("45011", "THROTTLED", "too many requests"),
  ],
});

const ANSWER = z.object({
  errcode: z.int().optional(),
  access_token: z.string().min(1).optional(),
  expires_in: z.number().optional(),
});

/** In the last five minutes of a token the vendor gives a new one; both hold meanwhile. */
const EARLY_MS = 300_000;

/** Codes of an answer to another call that say: the access token is no longer good. */
const REFUSED: ReadonlySet<string> = new Set(["40001", "40014", "42001"]);

/** What {@link stableToken} is made with. */
export interface StableTokenOptions {
  readonly url: URL;
  readonly appId: string;
  readonly secret: Secret;
}

interface Held {
  readonly token: string;
  readonly until: number;
}

/** The access token of an app: one is kept, and fetched anew before it ends; many callers make one request. */
export function stableToken(options: StableTokenOptions): Credential {
  let held: Held | undefined;
  let fetching: Promise<Held> | undefined;
  return {
    refusedWith: REFUSED,
    async get(context, transport) {
      throwIfAborted(context.signal);
      const now = context.clock.now();
      if (held !== undefined && held.until > now) return held.token;
      fetching ??= fetchToken(options, transport, now).finally(() => (fetching = undefined));
      held = await unlessAborted(fetching, context.signal);
      return held.token;
    },
    forget(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

/** An access token that the app keeps itself: vendors advise one place for all servers. */
export function ownToken(source: () => string | Promise<string>): Credential {
  return {
    refusedWith: new Set(),
    async get({ signal }: ProviderContext) {
      throwIfAborted(signal);
      const token = await unlessAborted(askSource(source), signal);
      if (typeof token === "string" && token !== "") return token;
      throw unavailable("accessToken gave no text");
    },
    forget: () => undefined,
  };
}

/** What the app's own function throws may hold anything, so it is dropped. */
async function askSource(source: () => string | Promise<string>): Promise<string> {
  try {
    return await source();
  } catch {
    throw unavailable("accessToken failed");
  }
}

async function fetchToken(
  { url, appId, secret }: StableTokenOptions,
  transport: Transport,
  now: number,
): Promise<Held> {
  const body = { grant_type: "client_credential", appid: appId, secret: secret.reveal() };
  // Shared by all who wait, so that nobody's signal stops it; the time-outs of the transport do.
  const reply = await transport.send({ ...jsonPost(url, body), signal: new AbortController().signal });
  let held: Held | undefined;
  const read = (text: string): ProviderResult => {
    const answer = readWith(ANSWER, parseJsonObject(text, STABLE_TOKEN), STABLE_TOKEN);
    const { errcode = 0, access_token: token, expires_in: seconds = 0 } = answer;
    if (token !== undefined) held = { token, until: now + seconds * 1000 - EARLY_MS };
    return STABLE_TOKEN.answer(String(errcode));
  };
  const result = await readReply(reply, { call: STABLE_TOKEN, read });
  if (held !== undefined) return held;
  // A lost answer costs nothing here, unlike one to the check.
  if (result.status === "in-doubt") throw unavailable("the answer was lost");
  throw callError("RESPONSE_INVALID", STABLE_TOKEN, { rule: "the answer has no access_token" });
}

function unavailable(rule: string): Error {
  return callError("UNAVAILABLE", STABLE_TOKEN, { rule, charge: NOTHING_SENT });
}

/** Stops waiting when the caller stops; the work goes on for the others. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(abortError());
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
