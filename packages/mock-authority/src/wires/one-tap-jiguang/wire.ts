import { constants, publicEncrypt } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { PersonalField } from "../../journal.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Scenario, Wire } from "../../wire.ts";
import { createOneTapWire, scenariosOf, textsOf } from "../one-tap-shared/one-tap-wire.ts";
import type { Call, OneTapAction, OneTapTools } from "../one-tap-shared/one-tap-wire.ts";
import { createSubscriberTokens, subscriberToken } from "../one-tap-shared/subscriber-tokens.ts";
import type { SubscriberTokens } from "../one-tap-shared/subscriber-tokens.ts";
import { subscriberOf, UNKNOWN_PHONE } from "../one-tap-shared/subscribers.ts";
import { refusalOf } from "./protocol.ts";
import { seededRsaKey } from "./seeded-rsa-key.ts";

/** An app of the vendor's console; the public half of the key would be registered there. PEM, PKCS #8. */
export type JiguangCredentials = Readonly<Record<"appKey" | "masterSecret" | "privateKey", string>>;

const ID = "one-tap-jiguang";

/** JiGuang JVerification: one-tap sign-in and number check. */
export function createJiguangWire({ random, registry, clock }: OneTapTools): Wire<JiguangCredentials> {
  const appKey = random.derive("jiguang app key").slice(0, 24);
  const masterSecret = random.derive("jiguang master secret").slice(0, 24);
  const tokens = createSubscriberTokens({ registry, clock });
  // Made at first use: it takes some milliseconds.
  let made: KeyObject | undefined;
  const privateKey = (): KeyObject => (made ??= seededRsaKey(random.derive("jiguang rsa key")));
  const refuse = (call: Call): number | undefined => refusalOf(call, { appKey, masterSecret });
  return createOneTapWire({
    id: ID,
    about: "JiGuang JVerification v1; Basic credentials and single use verified, numbers encrypted with RSA.",
    scenarios: scenarios(registry),
    credentials: () => ({
      appKey,
      masterSecret,
      privateKey: privateKey().export({ type: "pkcs8", format: "pem" }).toString(),
    }),
    actions: {
      "/v1/web/loginTokenVerify": loginTokenVerify(refuse, { tokens, privateKey }),
      "/v1/web/verify": verify(refuse, tokens),
    },
    random,
    reset: () => tokens.clear(),
  });
}

type Refuse = (call: Call) => number | undefined;

interface LoginTools {
  readonly tokens: SubscriberTokens;
  readonly privateKey: () => KeyObject;
}

function loginTokenVerify(refuse: Refuse, { tokens, privateKey }: LoginTools): OneTapAction {
  const decide = (call: Call): readonly [code: number, phone?: string] => {
    const refused = refuse(call);
    if (refused !== undefined) return [refused];
    const texts = textsOf(call.given, ["loginToken"]);
    if (texts === undefined) return [9012];
    const redeemed = tokens.redeem(texts.loginToken);
    if (redeemed.kind === "unknown") return [8001];
    if (redeemed.kind !== "subscriber") return [9003];
    // A private key in PEM or as an object stands for its public half.
    const key = { key: privateKey(), padding: constants.RSA_PKCS1_PADDING };
    return [8000, publicEncrypt(key, Buffer.from(redeemed.subscriber.phone)).toString("base64")];
  };
  return {
    name: "loginTokenVerify",
    answer(call) {
      const [code, phone] = decide(call);
      const fields: PersonalField[] = call.given?.["loginToken"] === undefined ? [] : ["one-tap-token"];
      const body = { id: 117_270_465, code, content: CONTENTS[code] ?? "", exID: "" };
      return { status: String(code), body: phone === undefined ? body : { ...body, phone }, fields };
    },
  };
}

function verify(refuse: Refuse, tokens: SubscriberTokens): OneTapAction {
  const decide = (call: Call): number => {
    const refused = refuse(call);
    if (refused !== undefined) return refused;
    const texts = textsOf(call.given, ["token", "phone"]);
    if (texts === undefined || !/^1\d{10}$/.test(texts.phone)) return 9012;
    const redeemed = tokens.redeem(texts.token);
    if (redeemed.kind !== "subscriber") return 9003;
    return redeemed.subscriber.phone === texts.phone ? 9000 : 9001;
  };
  return {
    name: "verify",
    answer(call) {
      const code = decide(call);
      const fields: PersonalField[] = [
        ...(call.given?.["token"] === undefined ? [] : (["one-tap-token"] as const)),
        ...(call.given?.["phone"] === undefined ? [] : (["mobile-number"] as const)),
      ];
      return { status: String(code), body: { id: 117_270_465, code, content: CONTENTS[code] ?? "" }, fields };
    },
  };
}

const CONTENTS: Readonly<Record<number, string>> = {
  8000: "get phone success",
  8001: "get phone fail",
  9000: "verify consistent",
  9001: "verify not consistent",
  9003: "token expired or not exist",
  9010: "miss auth",
  9011: "auth failed",
  9012: "parameter invalid",
  9013: "request method not supported",
  9015: "http media type not supported",
};

function scenarios(registry: Registry): readonly Scenario[] {
  const { id, phone } = subscriberOf(registry);
  const expired = subscriberToken("expired", "1");
  return [
    ...scenariosOf(ID, "loginTokenVerify", [
      ["number", "A token of a subscriber.", { loginToken: subscriberToken(id, "login") }, "8000"],
      ["expired", "A token that came too late.", { loginToken: expired }, "9003"],
      ["unknown", "A token that nobody got.", { loginToken: "nobody" }, "8001"],
    ]),
    ...scenariosOf(ID, "verify", [
      ["same", "The number of the subscriber.", { token: subscriberToken(id, "same"), phone }, "9000"],
      ["different", "Another number.", { token: subscriberToken(id, "other"), phone: UNKNOWN_PHONE }, "9001"],
      ["expired", "A token that came too late.", { token: expired, phone }, "9003"],
      [
        "malformed",
        "A number of ten digits.",
        { token: subscriberToken(id, "x"), phone: phone.slice(1) },
        "9012",
      ],
    ]),
  ];
}
