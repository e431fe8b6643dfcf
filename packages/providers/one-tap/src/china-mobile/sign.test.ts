import { createHash, createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chinaTime, hashPhone, messageId, signCheck, signLogin } from "./sign.ts";

/** The vendor publishes no key with its examples: the expected values are computed from the sentence in its document. */
const login = {
  version: "2.0",
  msgid: "m",
  systemtime: "20121227180001165",
  strictcheck: "0",
  appid: "300",
  token: "t",
};

describe("the signatures of China Mobile", () => {
  it("sign a login with MD5 over appid, version, msgid, systemtime, strictcheck, token and key", () => {
    const text = "3002.0m201212271800011650tkey";
    expect(signLogin(login, "key")).toBe(createHash("md5").update(text).digest("hex").toUpperCase());
  });

  it("sign a check with HMAC-SHA256 over the values in the order of their names", () => {
    const property = fc.property(
      fc.record({
        appId: fc.string(),
        msgId: fc.string(),
        phoneNum: fc.string(),
        timestamp: fc.string(),
        token: fc.string(),
        version: fc.string(),
      }),
      fc.string(),
      (fields, key) => {
        const sorted = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
        const text = sorted.map(([, value]) => value).join("");
        const expected = createHmac("sha256", key).update(text).digest("hex").toUpperCase();
        expect(signCheck(fields, key)).toBe(expected);
      },
    );
    fc.assert(property);
  });

  it("change with every member and with the key", () => {
    for (const name of Object.keys(login)) {
      expect(signLogin({ ...login, [name]: "other" }, "key")).not.toBe(signLogin(login, "key"));
    }
    expect(signLogin(login, "other")).not.toBe(signLogin(login, "key"));
  });

  it("hash a number with the key and the moment", () => {
    const expected = createHash("sha256")
      .update("16400000001key20121227180001165")
      .digest("hex")
      .toUpperCase();
    expect(hashPhone("16400000001", { appKey: "key", timestamp: "20121227180001165" })).toBe(expected);
  });

  it("tell the time of China in seventeen digits", () => {
    expect(chinaTime(Date.parse("2012-12-27T18:00:01.165+08:00"))).toBe("20121227180001165");
    expect(chinaTime(Date.parse("2026-12-31T16:00:00Z"))).toBe("20270101000000000");
  });

  it("make ids of messages that do not repeat and show no token", () => {
    expect(messageId("v-1", "t")).toMatch(/^[\da-f]{32}$/);
    expect(new Set([messageId("v-1", "t"), messageId("v-1", "u"), messageId("v-2", "t")]).size).toBe(3);
  });
});
