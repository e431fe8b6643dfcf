import { fakeClock, providerContext } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { mobileSubscriber, tokenOf } from "../test-support/subscribers.ts";
import { getUserPhoneNumber } from "./get-user-phone-number.ts";
import { wechatPhone, type WechatPhoneOptions } from "./wechat-phone.ts";

const clock = fakeClock();
const mock = await startMockAuthority({ seed: "wechat", clock });
afterAll(async () => mock.close());
beforeEach(() => mock.authority.reset());

const { baseUrl, credentials } = mock.authority.wire("one-tap-wechat", mock.url);
const { id, phone } = mobileSubscriber(mock);

const actions = () => mock.authority.journal().entries.map(({ action, status }) => `${action} ${status}`);

function setUp(options: Partial<WechatPhoneOptions> = credentials) {
  // The two forms of the options are each test's own.
  const provider = wechatPhone({ baseUrl, ...options } as WechatPhoneOptions);
  const ask = async (signal = new AbortController().signal): Promise<unknown> => {
    const context = providerContext({ clock, signal });
    const check = context.sealFor({ kind: "phone-possession", token: tokenOf(id), phone });
    return provider.verify(check, context).catch((error: unknown) => error);
  };
  return { provider, ask };
}

describe("the access token", () => {
  it("is fetched once for many checks at the same moment, and kept", async () => {
    const { ask } = setUp();
    const results = await Promise.all([ask(), ask(), ask()]);
    results.push(await ask());

    expect(results.map((one) => (one as { status: string }).status)).toEqual([
      "match",
      "match",
      "match",
      "match",
    ]);
    expect(actions().filter((one) => one.startsWith("stable_token"))).toEqual(["stable_token 0"]);
  });

  it("is fetched anew five minutes before it ends", async () => {
    const { ask } = setUp();
    await ask();
    clock.advance(6_899_000);
    await ask();
    expect(actions().filter((one) => one.startsWith("stable_token"))).toHaveLength(1);
    clock.advance(1000);

    expect(await ask()).toMatchObject({ status: "match" });
    expect(actions().filter((one) => one.startsWith("stable_token"))).toHaveLength(2);
  });

  it("is thrown away when the vendor refuses it; the code is not sent again", async () => {
    const { ask } = setUp();
    await ask();
    mock.authority.reset();

    expect(await ask()).toMatchObject({ code: "MISCONFIGURED", vendorCode: "40001" });
    expect(actions()).toEqual(["getuserphonenumber 40001"]);
    expect(await ask()).toMatchObject({ status: "match" });
    expect(actions().slice(1)).toEqual(["stable_token 0", "getuserphonenumber 0"]);
  });

  it("is not to be had with a wrong secret: the code stays unsent", async () => {
    const { ask } = setUp({ ...credentials, secret: "wrong" });

    expect(await ask()).toMatchObject({
      code: "MISCONFIGURED",
      vendorCode: "40125",
      charge: { charged: "no" },
    });
    expect(actions()).toEqual(["stable_token 40125"]);
  });

  it("may come from the app, which also says when it cannot", async () => {
    const failing = setUp({ accessToken: () => Promise.reject(new Error("a secret")) });
    const error = await failing.ask();
    expect(error).toMatchObject({ code: "UNAVAILABLE", retryable: true, charge: { charged: "no" } });
    expect(JSON.stringify(error)).not.toContain("a secret");

    expect(await setUp({ accessToken: () => "unknown" }).ask()).toMatchObject({ vendorCode: "40001" });
    // Past the compiler, as a caller without types would.
    const empty = setUp({ accessToken: () => undefined as never });
    expect(await empty.ask()).toMatchObject({ code: "UNAVAILABLE" });
  });

  it("is not waited for by a caller who stops", async () => {
    const controller = new AbortController();
    const { ask } = setUp({ accessToken: () => new Promise<string>(() => {}) });
    const asked = ask(controller.signal);
    controller.abort();

    expect(await asked).toMatchObject({ name: "AbortError" });
    expect(actions()).toEqual([]);
  });

  it("costs nothing when the vendor cannot be reached, and leaves the code unsent", async () => {
    const { provider } = setUp({ ...credentials, baseUrl: "http://127.0.0.1:9" });
    const context = providerContext({ clock });
    const check = context.sealFor({ kind: "phone-possession", token: tokenOf(id) });

    await expect(provider.verify(check, context)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(context.revealed).toEqual([]);
  });
});

describe("an answer", () => {
  const wire = getUserPhoneNumber({
    url: new URL("https://api.weixin.qq.com/wxa/business/getuserphonenumber"),
    credential: { get: async () => "", refusedWith: new Set(), forget: () => undefined },
  });
  const numberIn = (countryCode: unknown, purePhoneNumber: string) =>
    wire.read(JSON.stringify({ errcode: 0, phone_info: { countryCode, purePhoneNumber } })).number;

  it("has a country code as text or as number", () => {
    expect(numberIn("86", phone)).toBe(phone);
    expect(numberIn(86, phone)).toBe(phone);
    expect(numberIn(852, "61234567")).toBe("+85261234567");
  });

  it("is asked for with the code in the body and the access token in the query", () => {
    const parts = { token: "c", phone, operator: undefined, verificationId: "v", now: 0, credential: "a b" };
    const { url, body } = wire.build(parts);
    expect(url.search).toBe("?access_token=a+b");
    expect(JSON.parse(body ?? "")).toEqual({ code: "c" });
  });
});

it.each<[string, object]>([
  ["appId", { appId: "", secret: "s" }],
  ["secret", { appId: "a" }],
  ["secret", { accessToken: () => "t", secret: "s" }],
  ["accessToken", { accessToken: "t" }],
])("is not made with a wrong %s", (path, wrong) => {
  // Past the compiler, as a caller without types would.
  expect(() => wechatPhone(wrong as never)).toThrow(
    expect.objectContaining({ code: "INVALID_OPTION", path }),
  );
});
