import { constants, createPublicKey, privateDecrypt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { createFixedClock } from "../../test-support/fixed-clock.ts";
import { jiguangCall, ORIGIN } from "../../test-support/one-tap-calls.ts";
import { isBasic } from "./protocol.ts";
import { seededRsaKey } from "./seeded-rsa-key.ts";

const authority = createMockAuthority({ seed: "test", clock: createFixedClock() });
const { privateKey } = authority.wire("one-tap-jiguang", ORIGIN).credentials;
let nonce = 0;
const fresh = () => `one-tap.citizen-1.n${(nonce += 1)}`;

async function answerTo(request: Request): Promise<{ readonly code: number; readonly phone?: string }> {
  // The mock's own answer.
  return (await (await authority.fetch(request)).json()) as { code: number; phone?: string };
}

describe("the credentials", () => {
  it("are those that the vendor prints, as far as it prints them", () => {
    // https://docs.jiguang.cn/jverification/server/rest_api/rest_api_summary/ cuts the header short.
    const printed = "N2Q0MzFlNDJkZmE2YTZkNjkzYWMyZDA0OjVlOTg3";
    const credentials = { appKey: "7d431e42dfa6a6d693ac2d04", masterSecret: "5e987ac6d2e04d95a9d8f0d1" };
    const rest = Buffer.from(`${credentials.appKey}:${credentials.masterSecret}`)
      .subarray(30)
      .toString("base64");
    expect(isBasic(`Basic ${printed}${rest}`, credentials)).toBe(true);
    expect(isBasic(`basic ${printed}${rest}`, credentials)).toBe(true);
    expect(isBasic(`Basic ${printed}`, credentials)).toBe(false);
  });

  it.each([
    ["Basic eDp5", 9011],
    ["Bearer x", 9011],
    ["", 9011],
  ])("are refused as %j", async (authorization, code) => {
    expect(await answerTo(jiguangCall(authority, { token: fresh() }, authorization))).toMatchObject({ code });
  });

  it("are missed, and so are method and media type", async () => {
    const url = `${ORIGIN}/one-tap-jiguang/v1/web/verify`;
    const headers = { "content-type": "application/json" };
    expect(await answerTo(new Request(url, { method: "POST", headers, body: "{}" }))).toMatchObject({
      code: 9010,
    });
    expect(await answerTo(new Request(url, { method: "POST", body: "{}" }))).toMatchObject({ code: 9015 });
    expect(await answerTo(new Request(url))).toMatchObject({ code: 9013 });
  });
});

describe("loginTokenVerify", () => {
  it("tells the number to nobody but the owner of the key", async () => {
    const answer = await answerTo(
      jiguangCall(authority, { action: "loginTokenVerify", loginToken: fresh() }),
    );
    expect(answer.code).toBe(8000);
    const bytes = Buffer.from(answer.phone ?? "", "base64");
    const opened = privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, bytes);
    expect(opened.toString()).toBe("16400000001");
    expect(JSON.stringify(answer)).not.toContain("16400000001");
  });
});

describe("the key", () => {
  it("is the same for the same seed, and of 1024 bits", () => {
    const [one, same, other] = ["a", "a", "b"].map((seed) => {
      const key = createPublicKey(seededRsaKey(seed));
      expect(key.asymmetricKeyDetails?.modulusLength).toBe(1024);
      return key.export({ type: "spki", format: "pem" });
    });
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });
});
