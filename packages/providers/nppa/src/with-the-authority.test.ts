import { fakeClock } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { nppa } from "./nppa.ts";
import type { NppaOptions } from "./options.ts";
import { CITIZEN, LATE_CITIZEN, seal, type ResidentId } from "./test-support/checks.ts";

const clock = fakeClock();
const mock = await startMockAuthority({ seed: "nppa", clock });
afterAll(async () => mock.close());
beforeEach(() => mock.authority.reset());

const { baseUrl, credentials } = mock.authority.wire("nppa", mock.url);
const { appId, bizId, secretKey } = credentials;
const account = { appId, bizId, secretKey, baseUrl };

async function verify(person: ResidentId, verificationId: string, more: Partial<NppaOptions> = {}) {
  const { context, check } = seal(person, { clock, verificationId });
  return nppa({ ...account, ...more }).verify(check, context);
}

async function resume(handle: string, more: Partial<NppaOptions> = {}) {
  return nppa({ ...account, ...more }).resume?.(handle, seal(CITIZEN, { clock }).context);
}

/** Description of the test system V1.2, section 1: names 某一一 to 某一八 and 某二一 to 某二八 in this order. */
const PRESET = {
  match: [
    "110000190101010001",
    "110000190101020007",
    "110000190101030002",
    "110000190101040008",
    "11000019010101001X",
    "110000190101020015",
    "110000190101030010",
    "110000190101040016",
  ],
  pending: [
    "110000190201010009",
    "110000190201020004",
    "11000019020103000X",
    "110000190201040005",
    "110000190201010017",
    "110000190201020012",
    "110000190201030018",
    "110000190201040013",
  ],
} as const;

const rowOf = (status: keyof typeof PRESET) =>
  PRESET[status].map((idNumber, index) => {
    const name = `某${status === "match" ? "一" : "二"}${"一二三四五六七八".charAt(index)}`;
    return { status, person: { kind: "resident-id", name, idNumber } as const };
  });

describe("the citizens of the test system", () => {
  it.each([...rowOf("match"), ...rowOf("pending")])("$person.name: $status", async ({ status, person }) => {
    expect((await verify(person, person.idNumber)).status).toBe(status);
    expect((await verify({ ...person, name: "某零零" }, `${person.idNumber} 2`)).status).toBe("mismatch");
  });
});

describe("a pending check", () => {
  it("settles within 48 hours, and says so as often as it is asked", async () => {
    const result = await verify(LATE_CITIZEN, "v-1");
    const handle = "handle" in result ? (result.handle ?? "") : "";

    expect(await resume(handle)).toMatchObject({ status: "pending", handle });
    clock.advance(48 * 3_600_000);
    const answers = [await resume(handle), await resume(handle)];
    expect(answers).toEqual([answers[0], answers[0]]);
    expect(answers[0]).toEqual({
      status: "match",
      charge: { charged: "no", basis: "nppa authentication/query 0/0" },
    });
  });

  it("tells the pi in the app's own field when it settles", async () => {
    const piField = "app:player";
    const result = await verify(LATE_CITIZEN, "v-1", { piField });
    clock.advance(48 * 3_600_000);

    const settled = await resume("handle" in result ? (result.handle ?? "") : "", { piField });
    // 1902-01-01 in base 26 (0 to 9, a to p).
    expect(settled).toHaveProperty(["attributes", piField], expect.stringMatching(/^1fg469[0-9a-z]{32}$/));
  });
});

describe("a verification whose id comes twice", () => {
  it("is refused by the authority, so that nobody gets another person's answer", async () => {
    await verify(CITIZEN, "v-1");

    await expect(verify(LATE_CITIZEN, "v-1")).rejects.toMatchObject({
      code: "REJECTED",
      vendorCode: "2004",
      charge: { charged: "no" },
    });
  });
});

describe("a request that the authority refuses", () => {
  it.each<[string, string, Partial<NppaOptions>]>([
    ["MISCONFIGURED", "1011", { secretKey: "0".repeat(32) }],
    ["MISCONFIGURED", "1008", { appId: "nobody" }],
    ["MISCONFIGURED", "1008", { bizId: "nobody" }],
    ["MISCONFIGURED", "1005", { appId: credentials.unlistedAppId }],
    ["MISCONFIGURED", "1009", { appId: credentials.disabledAppId }],
    ["MISCONFIGURED", "1010", { appId: credentials.unauthorisedAppId }],
    ["MISCONFIGURED", "1002", { baseUrl: `${baseUrl}/elsewhere` }],
    ["DAILY_LIMIT", "2002", { appId: credentials.exhaustedAppId }],
  ])("is %s %s: %j", async (code, vendorCode, more) => {
    await expect(verify(CITIZEN, "v-1", more)).rejects.toMatchObject({
      code,
      vendorCode,
      charge: { charged: "no" },
    });
  });

  it.each([-5001, 5001])("is MISCONFIGURED 1007 when the clock is off by %i ms", async (offset) => {
    const skewed = { now: () => clock.now() + offset };
    const { context, check } = seal(CITIZEN, { clock: skewed });

    await expect(nppa(account).verify(check, context)).rejects.toMatchObject({
      code: "MISCONFIGURED",
      vendorCode: "1007",
    });
  });

  it("is THROTTLED 1006 past a hundred checks in a second", async () => {
    const provider = nppa({ ...account, transport: { connections: 4 } });
    const asked = Array.from({ length: 101 }, async (_, index) => {
      const { context, check } = seal(CITIZEN, { clock, verificationId: `v-${index}` });
      return provider.verify(check, context);
    });
    const ended = await Promise.allSettled(asked);
    await provider.close?.();

    const refused = ended.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => reason as unknown)).toEqual([
      expect.objectContaining({ code: "THROTTLED", vendorCode: "1006", retryable: true }),
    ]);
  });
});
