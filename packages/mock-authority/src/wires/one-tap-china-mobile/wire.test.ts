import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { createFixedClock } from "../../test-support/fixed-clock.ts";
import { checkCall, loginCall } from "../../test-support/one-tap-calls.ts";
import { vendorTime } from "./vendor-time.ts";

const authority = createMockAuthority({ seed: "test", clock: createFixedClock() });
let nonce = 0;
const fresh = (persona = "citizen-3") => `one-tap.${persona}.n${(nonce += 1)}`;

async function answerTo(request: Request): Promise<Record<string, unknown>> {
  const response = await authority.fetch(request);
  expect(response.status).toBe(200);
  // The mock's own answer.
  return (await response.json()) as Record<string, unknown>;
}

const login = async (change: object, request: object = { token: fresh() }) =>
  (await answerTo(loginCall(authority, request, change)))["resultCode"];
const check = async (change: object) =>
  (await answerTo(checkCall(authority, { token: fresh(), phone: "16400000003" }, change)))["header"];

describe("loginTokenValidate", () => {
  it("tells the number with the members of the vendor's document", async () => {
    expect(await answerTo(loginCall(authority, { token: fresh(), msgid: "m-1" }))).toEqual({
      inresponseto: "m-1",
      systemtime: "20260102110405000",
      resultCode: "103000",
      msisdn: "16400000003",
      taskId: expect.any(String),
    });
  });

  it.each([
    ["103101", { sign: "0".repeat(32) }],
    ["103101", { strictcheck: "1" }],
    ["103119", { appid: "300000000009" }],
    ["103414", { version: "1.0" }],
    ["103414", { systemtime: "2026-01-02" }],
    ["103414", { msgid: "x".repeat(37) }],
    ["103414", { sign: 7 }],
    ["103414", { token: null }],
    ["103811", { token: "" }],
  ])("answers %s with %j", async (code, change) => {
    expect(await login(change)).toBe(code);
  });

  it("refuses a message that was sent before, whatever its token", async () => {
    expect(await login({}, { token: fresh(), msgid: "same" })).toBe("103000");
    expect(await login({}, { token: fresh(), msgid: "same" })).toBe("103505");
  });

  it("leaves a token good when the signature was wrong", async () => {
    const token = fresh();
    expect(await login({ sign: "no" }, { token })).toBe("103101");
    expect(await login({}, { token })).toBe("103000");
    expect(await login({}, { token })).toBe("104201");
  });
});

describe("tokenValidate", () => {
  it.each([
    ["302", { sign: "0".repeat(64) }],
    ["302", { phoneNum: "A".repeat(64) }],
    ["102", { phoneNum: "16400000003" }],
    ["102", { openType: undefined }],
    ["102", { requesterType: "2" }],
    ["102", { token: undefined }],
  ])("answers %s with %j", async (code, change) => {
    expect(await check(change)).toMatchObject({ resultCode: code });
  });

  it("takes the token of any carrier", async () => {
    const call = checkCall(authority, { token: fresh("citizen-1"), phone: "16400000001" });
    expect((await answerTo(call))["header"]).toMatchObject({ resultCode: "000" });
  });
});

it("writes the time of China", () => {
  expect(vendorTime(Date.parse("2026-12-31T16:00:00.007Z"))).toBe("20270101000000007");
});
