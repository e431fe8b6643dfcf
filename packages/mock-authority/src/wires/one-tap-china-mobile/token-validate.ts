import { textsOf } from "../one-tap-shared/one-tap-wire.ts";
import type { Call, Members, OneTapAction, Told } from "../one-tap-shared/one-tap-wire.ts";
import type { ChinaMobileTools } from "./login-token-validate.ts";
import { checkSignature, hashedNumber, sameText } from "./signatures.ts";
import { vendorTime } from "./vendor-time.ts";

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  "000": "是本机号码",
  "001": "非本机号码",
  "102": "参数无效",
  "302": "sign校验失败",
  "303": "参数解析错误",
  "606": "验证Token失败",
};

/** Number check: says whether a number is that of a token. */
export function createTokenValidate({ appId, appKey, clock, tokens }: ChinaMobileTools): OneTapAction {
  const decide = (call: Call): string => {
    if (call.method !== "POST" || call.mediaType !== "application/json") return "303";
    const header = membersOf(call.given, "header");
    const body = membersOf(call.given, "body");
    if (header === undefined || body === undefined) return "303";
    const head = textsOf(header, ["version", "msgId", "timestamp", "appId"]);
    const rest = textsOf(body, ["requesterType", "phoneNum", "token", "sign"]);
    if (head === undefined || rest === undefined) return "102";
    const { requesterType, phoneNum, token, sign } = rest;
    if (head.version !== "1.0" || !/^\d{17}$/.test(head.timestamp)) return "102";
    if (!/^[01]$/.test(requesterType) || !/^[\dA-F]{64}$/.test(phoneNum)) return "102";
    // An app says which carrier, or 0 for unknown; a web page need not.
    if (requesterType === "0" && !/^[0-3]$/.test(textsOf(body, ["openType"])?.openType ?? "")) return "102";
    const expected = checkSignature({ ...head, phoneNum, token }, appKey);
    if (head.appId !== appId || !sameText(sign, expected)) return "302";
    const redeemed = tokens.redeem(token);
    if (redeemed.kind !== "subscriber") return "606";
    const own = hashedNumber(redeemed.subscriber.phone, appKey, head.timestamp);
    return sameText(phoneNum, own) ? "000" : "001";
  };

  return {
    name: "tokenValidate",
    answer(call): Told {
      const resultCode = decide(call);
      const body = membersOf(call.given, "body");
      const msgId = textsOf(membersOf(call.given, "header"), ["msgId"])?.msgId.slice(0, 36) ?? "";
      return {
        status: resultCode,
        body: {
          header: { msgId, timestamp: vendorTime(clock.now()), appId, resultCode },
          body: { resultDesc: DESCRIPTIONS[resultCode] ?? "", message: "" },
        },
        fields: [
          ...(body?.["token"] === undefined ? [] : (["one-tap-token"] as const)),
          ...(body?.["phoneNum"] === undefined ? [] : (["mobile-number"] as const)),
        ],
      };
    },
  };
}

function membersOf(given: Members | undefined, name: string): Members | undefined {
  const value = given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}
