import type { Clock } from "../../clock.ts";
import { createExpiringMap } from "../../expiring-map.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Scenario, Wire } from "../../wire.ts";
import { createOneTapWire, scenariosOf, textsOf } from "../one-tap-shared/one-tap-wire.ts";
import type { Call, Members, OneTapAction, OneTapTools } from "../one-tap-shared/one-tap-wire.ts";
import { createSubscriberTokens, subscriberToken } from "../one-tap-shared/subscriber-tokens.ts";
import type { SubscriberTokens } from "../one-tap-shared/subscriber-tokens.ts";
import { subscriberOf } from "../one-tap-shared/subscribers.ts";
import { isSignature } from "./signature.ts";

/** An app of the vendor's console. */
export type GeetestCredentials = Readonly<Record<"appId" | "appKey", string>>;

const ID = "one-tap-geetest";
const ACTION = "check_phone";
const PROCESSES = 10_000;
const DAY_MS = 86_400_000;
/** The vendor's tolerance. */
const SKEW_MS = 600_000;

/** GeeTest OneLogin: one-tap sign-in. */
export function createGeetestWire({ random, registry, clock }: OneTapTools): Wire<GeetestCredentials> {
  const appId = random.derive("geetest app id").slice(0, 32);
  const appKey = random.derive("geetest app key").slice(0, 32);
  const tokens = createSubscriberTokens({ registry, clock });
  const used = createExpiringMap<true>({ capacity: PROCESSES, clock });
  /** Takes a process_id: false the second time. */
  const take = (processId: string): boolean => {
    if (used.get(processId)) return false;
    used.set(processId, true, DAY_MS);
    return true;
  };
  return createOneTapWire({
    id: ID,
    about: "GeeTest OneLogin check_phone; signature, clock and single use verified.",
    scenarios: scenarios(registry),
    credentials: () => ({ appId, appKey }),
    actions: { "/check_phone": checkPhone({ appId, appKey, clock, tokens, take }) },
    random,
    reset() {
      tokens.clear();
      used.clear();
    },
  });
}

interface CheckPhoneTools extends GeetestCredentials {
  readonly clock: Clock;
  readonly tokens: SubscriberTokens;
  readonly take: (processId: string) => boolean;
}

function checkPhone(tools: CheckPhoneTools): OneTapAction {
  return {
    name: ACTION,
    answer(call) {
      const { status, result } = decide(call, tools);
      const body =
        result === undefined
          ? { status, error_msg: "refused by the mock", result: "get phone failed", charge: false }
          : { status, result, charge: true };
      const fields = call.given?.["token"] === undefined ? [] : (["one-tap-token"] as const);
      return { status: String(status), body, fields };
    },
  };
}

function decide(call: Call, tools: CheckPhoneTools): { readonly status: number; readonly result?: string } {
  const { method, mediaType, given } = call;
  if (method !== "POST" || mediaType !== "application/json" || given === undefined) return { status: 11_300 };
  const wrong = faultOf(given, tools);
  if (wrong !== undefined) return { status: wrong };
  const { process_id: processId = "", token = "" } = textsOf(given, ["process_id", "token"]) ?? {};
  if (!tools.take(processId)) return { status: 12_101 };
  const redeemed = tools.tokens.redeem(token);
  if (redeemed.kind !== "subscriber") return { status: 12_200 };
  const { carrier, phone } = redeemed.subscriber;
  // Tokens of China Telecom come with a code of their own.
  if (carrier === "电信" && textsOf(given, ["authcode"]) === undefined) return { status: 500 };
  return { status: 200, result: phone };
}

/** The code for members that are missing or wrong, in the order of the vendor's table. */
function faultOf(given: Members, { appId, appKey, clock }: CheckPhoneTools): number | undefined {
  const text = (name: string): string | undefined => textsOf(given, [name])?.[name];
  const [processId, token, sign] = [text("process_id"), text("token"), text("sign")];
  if (processId === undefined) return 12_000;
  if (token === undefined) return 12_001;
  if (sign === undefined) return 12_002;
  if (!/^[A-Za-z\d]{32}$/.test(processId)) return 12_003;
  if (given["is_phone_encode"] !== undefined && typeof given["is_phone_encode"] !== "boolean") return 12_004;
  const timestamp = String(given["timestamp"]);
  if (!/^\d{13}$/.test(timestamp) || Math.abs(Number(timestamp) - clock.now()) > SKEW_MS) return 12_005;
  return isSignature(sign, { appId, appKey, timestamp }) ? undefined : 12_109;
}

const request = (process: number, token: string): Scenario["request"] => ({
  process_id: String(process).padStart(32, "0"),
  token,
});

function scenarios(registry: Registry): readonly Scenario[] {
  const mobile = subscriberOf(registry, "移动");
  const telecom = subscriberOf(registry, "电信");
  return scenariosOf(ID, ACTION, [
    ["number", "A token of a subscriber.", request(1, subscriberToken(mobile.id, "1")), "200"],
    [
      "telecom",
      "A token of China Telecom with its code.",
      { ...request(2, subscriberToken(telecom.id, "1")), authcode: "0000" },
      "200",
    ],
    ["telecom-bare", "The same without the code.", request(3, subscriberToken(telecom.id, "2")), "500"],
    ["expired", "A token that came too late.", request(4, subscriberToken("expired", "1")), "12200"],
    ["malformed", "A process_id of another length.", { process_id: "1", token: "nobody" }, "12003"],
  ]);
}
