import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { createFixedClock, FIXED_NOW } from "../../test-support/fixed-clock.ts";
import { geetestCall, ORIGIN } from "../../test-support/one-tap-calls.ts";
import { signatureOf } from "./signature.ts";

const authority = createMockAuthority({ seed: "test", clock: createFixedClock() });
const { appId, appKey } = authority.wire("one-tap-geetest", ORIGIN).credentials;
let process = 0;
const request = (persona = "citizen-3") => {
  process += 1;
  return { process_id: String(process).padStart(32, "0"), token: `one-tap.${persona}.n${process}` };
};

async function answerTo(given: object, change: object = {}): Promise<unknown> {
  return (await authority.fetch(geetestCall(authority, given, change))).json();
}

/** Signed for another moment, that far from the mock's. */
const skewed = (byMs: number) => {
  const timestamp = String(FIXED_NOW + byMs);
  return { timestamp, sign: signatureOf({ appId, appKey, timestamp }) };
};

describe("check_phone", () => {
  it("tells the number, and that it is billed", async () => {
    expect(await answerTo(request())).toEqual({ status: 200, result: "16400000003", charge: true });
  });

  it.each([
    [12000, { process_id: undefined }],
    [12001, { token: "" }],
    [12002, { sign: undefined }],
    [12003, { process_id: "short" }],
    [12004, { is_phone_encode: "true" }],
    [12005, { timestamp: String(FIXED_NOW / 1000) }],
    [12005, skewed(600_001)],
    [12005, skewed(-600_001)],
    [12109, { sign: "0".repeat(64) }],
    [12109, { timestamp: String(FIXED_NOW + 1) }],
    [12200, { token: "nobody" }],
  ])("answers %i, free of charge, with %j", async (status, change) => {
    expect(await answerTo(request(), change)).toMatchObject({ status, charge: false });
  });

  it("takes a clock that is off by ten minutes", async () => {
    expect(await answerTo(request(), skewed(600_000))).toMatchObject({ status: 200 });
  });

  it("takes a process_id once, whatever its token", async () => {
    const one = request();
    await answerTo(one);
    expect(await answerTo({ ...request(), process_id: one.process_id })).toMatchObject({ status: 12101 });
  });

  it("takes a token once, whatever its process_id", async () => {
    const one = request();
    await answerTo(one);
    expect(await answerTo({ ...request(), token: one.token })).toMatchObject({ status: 12200 });
  });
});
