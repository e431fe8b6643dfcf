import { everyTextOf, providerContext } from "@shiming/contract-tests";
import type { Check, ProviderResult } from "@shiming/contract";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, expect, it } from "vitest";
import { chuanglan } from "./chuanglan.ts";
import type { ChuanglanOptions } from "./options.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "options", clock });
afterAll(async () => mock.close());

const { credentials } = mock.authority.wire("chuanglan", mock.url);
const { appId, appSecret, appIdWithoutBalance, appIdThrottled } = credentials;
const citizen = { name: "某一一", idNumber: "110000190101010001" } as const;
const phone = "16400000001";
/** Makes the same nonce for every request. */
const ONCE = { newNonce: (): string => "once" };
const person = { kind: "resident-id", ...citizen } as const;

async function ask(
  check: Check,
  options: Partial<ChuanglanOptions> = {},
  now = clock.now(),
): Promise<ProviderResult> {
  const provider = chuanglan({ appId, appSecret, baseUrl: mock.url, ...options });
  const context = providerContext({ clock: { now: () => now } });
  try {
    return await provider.verify(context.sealFor(check), context);
  } finally {
    await provider.close?.();
  }
}

describe.each(["md5", "sha256"] as const)("with %s", (digest) => {
  describe.each(["brief", "detailed"] as const)("and the %s mode", (verifyMode) => {
    const told = verifyMode === "detailed" ? ["name"] : undefined;

    it.each([
      [{ phone, ...citizen }, { status: "match" }],
      [
        { phone, ...citizen, name: "某一二" },
        { status: "mismatch", ...(told && { fields: told }) },
      ],
      [{ phone: "16400000099", ...citizen }, { status: "no-record" }],
    ])("a phone check answers as with the values themselves: %#", async (values, due) => {
      const {
        charge: _,
        reference,
        ...answer
      } = await ask({ kind: "phone", ...values }, { digest, verifyMode });

      expect(answer).toEqual(due);
      expect(reference).toMatch(/^[\dA-F]{32}$/);
    });
  });
});

it("with md5 a phone and a name alone are checked too", async () => {
  expect(await ask({ kind: "phone", phone, name: citizen.name }, { digest: "md5" })).toMatchObject({
    status: "match",
  });
});

describe("is told by the vendor's own code", () => {
  it.each<[string, Partial<ChuanglanOptions>, string, string, boolean]>([
    ["that nobody has the app id", { appId: "nobody" }, "MISCONFIGURED", "InvalidSignature", false],
    ["that the secret is another", { appSecret: "another" }, "MISCONFIGURED", "InvalidSignature", false],
    [
      "that the balance is used up",
      { appId: appIdWithoutBalance },
      "MISCONFIGURED",
      "InsufficientBalance",
      false,
    ],
    ["that there are too many requests", { appId: appIdThrottled }, "THROTTLED", "RateLimitExceeded", true],
  ])("%s, which costs nothing", async (...[, options, code, vendorCode, retryable]) => {
    const error: unknown = await ask(person, options).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({
      code,
      vendorCode,
      retryable,
      charge: { charged: "no", basis: `chuanglan id-card-auth ${vendorCode}, chargeStatus 0 chargeCount 0` },
    });
    expect(everyTextOf(error)).not.toContain(appSecret);
  });

  it.each([-301, 301])("that the clock is off by %i seconds", async (seconds) => {
    await expect(ask(person, {}, clock.now() + seconds * 1000)).rejects.toMatchObject({
      code: "MISCONFIGURED",
      vendorCode: "InvalidSignature",
    });
  });

  it("that a nonce came before", async () => {
    expect(await ask(person, ONCE)).toMatchObject({ status: "match" });
    await expect(ask(person, ONCE)).rejects.toMatchObject({ vendorCode: "InvalidSignature" });
  });
});

it("costs what the action costs, when the answer says that it is charged", async () => {
  const prices = { phone: 100, "carriers-auth": 200 } as const;
  const two = { kind: "phone", phone, name: citizen.name } as const;

  expect((await ask(two, { prices })).charge.costMicros).toBe(100);
  expect((await ask({ ...two, ...citizen }, { prices })).charge.costMicros).toBe(200);
  expect((await ask({ ...two, phone: "16400000099" }, { prices })).charge).toEqual({
    charged: "no",
    basis: "chuanglan carriers-two-auth 03, chargeStatus 0 chargeCount 0",
  });
});
