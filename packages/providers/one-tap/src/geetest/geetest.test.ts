import { createHmac } from "node:crypto";
import { Secret } from "@shiming/provider-kit";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPhone, signApp } from "./check-phone.ts";
import { geetestToken, readGeetestToken } from "./geetest-token.ts";
import { geetest } from "./geetest.ts";

const processId = "0123456789abcdef0123456789abcdef";
const wire = checkPhone({
  url: new URL("https://onelogin.geetest.com/check_phone"),
  appId: "app",
  appKey: new Secret("key"),
});

describe("a token of GeeTest", () => {
  const parts = fc.record(
    {
      processId: fc.stringMatching(/^[A-Za-z\d]{32}$/),
      token: fc.string({ minLength: 1 }),
      authCode: fc.stringMatching(/^\w+$/),
    },
    { requiredKeys: ["processId", "token"] },
  );

  it("comes out as it went in", () => {
    const property = fc.property(parts, (one) => {
      expect(readGeetestToken(geetestToken(one))).toEqual(one);
    });
    fc.assert(property);
  });

  it("is nothing else", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readGeetestToken(text) === undefined));
    expect(readGeetestToken(geetestToken({ processId: "short", token: "t" }))).toBeUndefined();
  });

  it("is used up by its process_id, whatever else comes with it", () => {
    const one = wire.singleUsePart(geetestToken({ processId, token: "a" }));
    expect(one).toBe(wire.singleUsePart(geetestToken({ processId, token: "b", authCode: "1" })));
  });
});

describe("a call", () => {
  it("is signed with HMAC-SHA256 over app id, && and milliseconds", () => {
    const property = fc.property(fc.string(), fc.string(), fc.nat(), (appId, appKey, now) => {
      const expected = createHmac("sha256", appKey).update([appId, now].join("&&")).digest("hex");
      expect(signApp(appId, appKey, String(now))).toBe(expected);
    });
    fc.assert(property);
  });

  it("sends the parts of the token, and no number", () => {
    const token = geetestToken({ processId, token: "t", authCode: "1" });
    const parts = {
      token,
      phone: "16400000001",
      operator: undefined,
      verificationId: "v",
      now: 7,
      credential: "",
    };
    expect(JSON.parse(wire.build(parts).body ?? "")).toEqual({
      process_id: processId,
      token: "t",
      authcode: "1",
      timestamp: "7",
      sign: signApp("app", "key", "7"),
    });
  });

  it.each([
    [{ status: 200, result: "16400000001", charge: true }, "200/charged"],
    [{ status: 200, result: "16400000001", charge: false }, "200"],
    [{ status: 12101, charge: false, error_msg: "x" }, "12101"],
    [{ status: 12101, charge: true }, "12101/charged"],
  ])("reads %j as %s", (body, code) => {
    expect(wire.read(JSON.stringify(body)).code).toBe(code);
  });

  it("does not take a failure for free that says it is billed", () => {
    expect(() => wire.table.answer("12101/charged")).toThrow(
      expect.objectContaining({
        code: "RESPONSE_INVALID",
        charge: expect.objectContaining({ charged: "unknown" }),
      }),
    );
  });
});

it.each<[string, object]>([
  ["appId", { appId: " " }],
  ["appKey", { appKey: "" }],
])("is not made with a wrong %s", (path, wrong) => {
  expect(() => geetest({ appId: "a", appKey: "k", ...wrong })).toThrow(
    expect.objectContaining({ code: "INVALID_OPTION", path }),
  );
});
