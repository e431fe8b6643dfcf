import { constants, generateKeyPairSync, publicEncrypt } from "node:crypto";
import { Secret } from "@shiming/provider-kit";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basicAuth } from "./basic-auth.ts";
import { decryptPhone, readPrivateKey } from "./decrypt-phone.ts";
import { jiguang } from "./jiguang.ts";
import { loginTokenVerify } from "./login-token-verify.ts";
import { verify } from "./verify.ts";

const call = { provider: "jiguang", action: "loginTokenVerify" };
const pair = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 1024,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
const { publicKey, privateKey } = pair();
const key = readPrivateKey(new Secret(privateKey));
const encrypt = (text: string, to = publicKey): string =>
  publicEncrypt({ key: to, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString("base64");

describe("the credentials", () => {
  it("are those that the vendor prints, as far as it prints them", () => {
    // https://docs.jiguang.cn/jverification/server/rest_api/rest_api_summary/
    const header = basicAuth("7d431e42dfa6a6d693ac2d04", "5e987ac6d2e04d95a9d8f0d1");
    expect(header.startsWith("Basic N2Q0MzFlNDJkZmE2YTZkNjkzYWMyZDA0OjVlOTg3")).toBe(true);
  });

  it("are user and password with a colon between", () => {
    const text = fc.stringMatching(/^[^:]{1,40}$/);
    const property = fc.property(text, fc.string(), (user, password) => {
      const [, given = ""] = basicAuth(user, password).split(" ");
      expect(Buffer.from(given, "base64").toString("utf8")).toBe(
        Buffer.from(`${user}:${password}`).toString("utf8"),
      );
    });
    fc.assert(property);
  });
});

describe("the number inside an answer", () => {
  it("is what was encrypted to the key", () => {
    const property = fc.property(fc.stringMatching(/^1\d{10}$/), (number) => {
      expect(decryptPhone(encrypt(number), key, call)).toBe(number);
    });
    fc.assert(property, { numRuns: 20 });
  });

  it.each([
    ["to another key", encrypt("16400000001", pair().publicKey)],
    ["from something that is no number", encrypt("nobody")],
    ["not at all", "16400000001"],
  ])("is refused, and not repeated, when it was encrypted %s", (_how, phone) => {
    expect(() => decryptPhone(phone, key, call)).toThrow(
      expect.objectContaining({
        code: "MISCONFIGURED",
        charge: expect.objectContaining({ charged: "unknown" }),
      }),
    );
  });
});

const authorization = () => "Basic x";

describe("the calls", () => {
  const url = new URL("https://api.verification.jpush.cn/");
  const parts = {
    token: "t",
    phone: "16400000001",
    operator: undefined,
    verificationId: "v",
    now: 0,
    credential: "",
  };

  it("send a login token alone: the number stays here", () => {
    const { body } = loginTokenVerify({ url, authorization, privateKey: key }).build(parts);
    expect(JSON.parse(body ?? "")).toEqual({ loginToken: "t" });
  });

  it("send token and number to be compared", () => {
    const { body, headers } = verify({ url, authorization }).build(parts);
    expect(JSON.parse(body ?? "")).toEqual({ token: "t", phone: "16400000001" });
    expect(headers["authorization"]).toBe("Basic x");
  });
});

describe("the options", () => {
  const good = { appKey: "k", masterSecret: "s", privateKey };

  it.each<[string, object]>([
    ["appKey", { appKey: "" }],
    ["masterSecret", { masterSecret: undefined }],
    ["privateKey", { privateKey: undefined }],
    ["privateKey", { privateKey: publicKey }],
    ["privateKey", { privateKey: "secret text" }],
    ["product", { product: "sms" }],
  ])("are refused with a wrong %s", (path, wrong) => {
    const make = () => jiguang({ ...good, ...wrong });
    expect(make).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
    expect(make).not.toThrow("secret text");
  });

  it("need no private key for the number check", () => {
    expect(jiguang({ appKey: "k", masterSecret: "s", product: "number-check" }).id).toBe("jiguang");
  });
});
