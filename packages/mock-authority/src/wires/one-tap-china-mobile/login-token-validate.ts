import type { Clock } from "../../clock.ts";
import { createExpiringMap } from "../../expiring-map.ts";
import { textsOf } from "../one-tap-shared/one-tap-wire.ts";
import type { Call, OneTapAction, Told } from "../one-tap-shared/one-tap-wire.ts";
import type { SubscriberTokens } from "../one-tap-shared/subscriber-tokens.ts";
import { loginSignature, sameText } from "./signatures.ts";
import { vendorTime } from "./vendor-time.ts";

/** What both calls need. */
export interface ChinaMobileTools {
  readonly appId: string;
  readonly appKey: string;
  readonly clock: Clock;
  readonly tokens: SubscriberTokens;
}

/** The call, and a way to forget the messages it has seen. */
export interface LoginAction extends OneTapAction {
  reset(): void;
}

const MESSAGES = 10_000;
const DAY_MS = 86_400_000;
const NAMES = ["version", "msgid", "systemtime", "strictcheck", "appid", "sign"] as const;

/** One-tap sign-in: tells the number of a token. */
export function createLoginTokenValidate({ appId, appKey, clock, tokens }: ChinaMobileTools): LoginAction {
  const seen = createExpiringMap<true>({ capacity: MESSAGES, clock });

  const decide = (call: Call): readonly [code: string, msisdn?: string] => {
    if (call.method !== "POST" || call.mediaType !== "application/json") return ["103412"];
    const texts = textsOf(call.given, NAMES);
    const token = call.given?.["token"];
    if (texts === undefined || typeof token !== "string") return ["103414"];
    if (token === "") return ["103811"];
    const { version, msgid, systemtime, strictcheck, appid, sign } = texts;
    const isFormed = version === "2.0" && msgid.length <= 36 && /^[01]$/.test(strictcheck);
    if (!isFormed || !/^\d{17}$/.test(systemtime)) return ["103414"];
    if (appid !== appId) return ["103119"];
    const expected = loginSignature({ appid, version, msgid, systemtime, strictcheck, token }, appKey);
    if (!sameText(sign, expected)) return ["103101"];
    if (seen.get(msgid)) return ["103505"];
    seen.set(msgid, true, DAY_MS);
    const redeemed = tokens.redeem(token);
    if (redeemed.kind === "unknown") return ["103113"];
    if (redeemed.kind !== "subscriber") return ["104201"];
    // Another carrier's token means nothing here.
    const { carrier, phone } = redeemed.subscriber;
    return carrier === "移动" ? ["103000", phone] : ["103113"];
  };

  return {
    name: "loginTokenValidate",
    answer(call): Told {
      const [resultCode, msisdn] = decide(call);
      const inresponseto = textsOf(call.given, ["msgid"])?.msgid.slice(0, 36) ?? "";
      const body = { inresponseto, systemtime: vendorTime(clock.now()), resultCode, taskId: call.requestId };
      const fields = call.given?.["token"] === undefined ? [] : (["one-tap-token"] as const);
      return { status: resultCode, body: msisdn === undefined ? body : { ...body, msisdn }, fields };
    },
    reset: () => seen.clear(),
  };
}
