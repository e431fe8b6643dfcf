import type { Registry } from "../../personas/registry.ts";
import type { Scenario, Wire } from "../../wire.ts";
import { createOneTapWire, scenariosOf } from "../one-tap-shared/one-tap-wire.ts";
import type { OneTapTools } from "../one-tap-shared/one-tap-wire.ts";
import { createSubscriberTokens, subscriberToken } from "../one-tap-shared/subscriber-tokens.ts";
import { subscriberOf, UNKNOWN_PHONE } from "../one-tap-shared/subscribers.ts";
import { createLoginTokenValidate } from "./login-token-validate.ts";
import { createTokenValidate } from "./token-validate.ts";

/** An app of the vendor's console. */
export type ChinaMobileCredentials = Readonly<Record<"appId" | "appKey", string>>;

const ID = "one-tap-china-mobile";

/** China Mobile: one-tap sign-in and number check. */
export function createChinaMobileWire({
  random,
  registry,
  clock,
}: OneTapTools): Wire<ChinaMobileCredentials> {
  const appId = "300000000001";
  const appKey = `MOCK${random.derive("china mobile app key").slice(0, 28).toUpperCase()}`;
  const tokens = createSubscriberTokens({ registry, clock });
  const tools = { appId, appKey, clock, tokens };
  const login = createLoginTokenValidate(tools);
  return createOneTapWire({
    id: ID,
    about: "China Mobile, unisdk 2.0 and openapi 1.0; signatures and single use verified.",
    scenarios: scenarios(registry),
    credentials: () => ({ appId, appKey }),
    actions: {
      "/unisdk/rsapi/loginTokenValidate": login,
      "/openapi/rs/tokenValidate": createTokenValidate(tools),
    },
    random,
    reset() {
      tokens.clear();
      login.reset();
    },
  });
}

function scenarios(registry: Registry): readonly Scenario[] {
  const own = subscriberOf(registry, "移动");
  const other = subscriberOf(registry, "电信");
  const token = (nonce: string): string => subscriberToken(own.id, nonce);
  const expired = subscriberToken("expired", "1");
  return [
    ...scenariosOf(ID, "loginTokenValidate", [
      ["number", "A token of a subscriber.", { token: token("login") }, "103000"],
      ["expired", "A token that came too late.", { token: expired }, "104201"],
      ["other-carrier", "A token of another carrier.", { token: subscriberToken(other.id, "1") }, "103113"],
      ["unknown", "A token that nobody got.", { token: "nobody" }, "103113"],
    ]),
    ...scenariosOf(ID, "tokenValidate", [
      ["same", "The number of the subscriber.", { token: token("same"), phone: own.phone }, "000"],
      ["different", "Another number.", { token: token("different"), phone: UNKNOWN_PHONE }, "001"],
      ["expired", "A token that came too late.", { token: expired, phone: own.phone }, "606"],
    ]),
  ];
}
