import type { Clock } from "../../clock.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Scenario, Wire } from "../../wire.ts";
import { createOneTapWire, scenariosOf, textsOf } from "../one-tap-shared/one-tap-wire.ts";
import type { Call, OneTapAction, OneTapTools } from "../one-tap-shared/one-tap-wire.ts";
import { createSubscriberTokens, subscriberToken } from "../one-tap-shared/subscriber-tokens.ts";
import type { SubscriberTokens } from "../one-tap-shared/subscriber-tokens.ts";
import { subscriberOf } from "../one-tap-shared/subscribers.ts";
import { createAccessTokens } from "./access-tokens.ts";
import type { AccessTokens } from "./access-tokens.ts";

/** A mini program of the vendor's console. */
export type WechatCredentials = Readonly<Record<"appId" | "secret", string>>;

const ID = "one-tap-wechat";
const ACTION = "getuserphonenumber";

/** WeChat mini programs: the number that a person allowed a mini program to know. */
export function createWechatWire({ random, registry, clock }: OneTapTools): Wire<WechatCredentials> {
  const appId = `wx${random.derive("wechat app id").slice(0, 16)}`;
  const secret = random.derive("wechat secret").slice(0, 32);
  const codes = createSubscriberTokens({ registry, clock });
  const accessTokens = createAccessTokens({ random, clock });
  return createOneTapWire({
    id: ID,
    about: "WeChat stable_token and getuserphonenumber; access token, secret and single use verified.",
    scenarios: scenarios(registry),
    credentials: () => ({ appId, secret }),
    actions: {
      "/cgi-bin/stable_token": stableToken({ appId, secret }, accessTokens),
      "/wxa/business/getuserphonenumber": getUserPhoneNumber({ appId, codes, accessTokens, clock }),
    },
    random,
    reset() {
      codes.clear();
      accessTokens.clear();
    },
  });
}

const refusal = (errcode: number): { readonly errcode: number; readonly errmsg: string } => ({
  errcode,
  errmsg: "refused by the mock",
});

function stableToken({ appId, secret }: WechatCredentials, accessTokens: AccessTokens): OneTapAction {
  const faultOf = (call: Call): number | undefined => {
    if (call.method !== "POST") return 43_002;
    const {
      grant_type: grant,
      appid,
      secret: given,
    } = textsOf(call.given, ["grant_type", "appid", "secret"]) ?? {};
    if (grant !== "client_credential") return 40_002;
    if (appid !== appId) return 40_013;
    return given === secret ? undefined : 40_125;
  };
  return {
    name: "stable_token",
    answer(call) {
      const fault = faultOf(call);
      if (fault !== undefined) return { status: String(fault), body: refusal(fault), fields: [] };
      const { token, expiresIn } = accessTokens.current();
      return { status: "0", body: { access_token: token, expires_in: expiresIn }, fields: [] };
    },
  };
}

interface PhoneNumberTools {
  readonly appId: string;
  readonly codes: SubscriberTokens;
  readonly accessTokens: AccessTokens;
  readonly clock: Clock;
}

const ACCESS_FAULTS = { good: undefined, expired: 42_001, unknown: 40_001 } as const;

function getUserPhoneNumber({ appId, codes, accessTokens, clock }: PhoneNumberTools): OneTapAction {
  const decide = (call: Call): number | string => {
    if (call.method !== "POST") return 43_002;
    const fault =
      ACCESS_FAULTS[accessTokens.judge(new URLSearchParams(call.query).get("access_token") ?? "")];
    if (fault !== undefined) return fault;
    const redeemed = codes.redeem(textsOf(call.given, ["code"])?.code ?? "");
    return redeemed.kind === "subscriber" ? redeemed.subscriber.phone : 40_029;
  };
  return {
    name: ACTION,
    answer(call) {
      const found = decide(call);
      const fields = call.given?.["code"] === undefined ? [] : (["one-tap-token"] as const);
      if (typeof found === "number") return { status: String(found), body: refusal(found), fields };
      const watermark = { timestamp: Math.floor(clock.now() / 1000), appid: appId };
      // The vendor's table calls countryCode a text, its example shows a number.
      const info = { phoneNumber: found, purePhoneNumber: found, countryCode: 86, watermark };
      return { status: "0", body: { errcode: 0, errmsg: "ok", phone_info: info }, fields };
    },
  };
}

function scenarios(registry: Registry): readonly Scenario[] {
  const { id } = subscriberOf(registry);
  return scenariosOf(ID, ACTION, [
    ["number", "A code of a person.", { code: subscriberToken(id, "1") }, "0"],
    ["expired", "A code that came too late.", { code: subscriberToken("expired", "1") }, "40029"],
    ["unknown", "A code that nobody got.", { code: "nobody" }, "40029"],
  ]);
}
