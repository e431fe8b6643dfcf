import { createRequire } from "node:module";
import type Cloudauth from "@alicloud/cloudauth20190307";
import type OpenApi from "@alicloud/openapi-core";
import { type RunningMockAuthority, startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// Both are CommonJS with a default export, which Node and bundlers import differently; require has one meaning.
const require = createRequire(import.meta.url);
const cloudauth = require("@alicloud/cloudauth20190307") as typeof Cloudauth;
const { $OpenApiUtil } = require("@alicloud/openapi-core") as typeof OpenApi;

/**
 * The vendor's own SDK, pointed at the mock and nowhere else. What it accepts is the wire; what it sends is what the
 * mock must verify.
 */
let mock: RunningMockAuthority;

beforeAll(async () => {
  mock = await startMockAuthority({ seed: "interop" });
});
afterAll(async () => mock.close());

interface Keys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

const ownKeys = (): Keys => mock.authority.wire("aliyun", mock.url).credentials;

function clientOf({ keys = ownKeys(), url = mock.url, headers = {} } = {}) {
  const globalParameters = new $OpenApiUtil.GlobalParameters({ headers });
  return new cloudauth.default(
    new $OpenApiUtil.Config({
      ...keys,
      endpoint: new URL(url).host,
      protocol: "HTTP",
      globalParameters,
    }),
  );
}

const person = { paramType: "normal", identifyNum: "110000190101010001", userName: "某一一" };
const phone = { ...person, mobile: "16400000001" };
const other = { userName: "某一二", identifyNum: "110000190101020007" };

const askIdentity = (request: Partial<typeof person> = {}, client = clientOf()) =>
  client.id2MetaVerify(new cloudauth.Id2MetaVerifyRequest({ ...person, ...request }));

describe("the vendor's client", () => {
  it.each([
    ["a match", {}, "1"],
    ["a mismatch", { userName: other.userName }, "2"],
    ["no record", { identifyNum: "11010519491231002X", userName: "某零零" }, "3"],
  ])("reads %s of name and ID number", async (_what, request, bizCode) => {
    const { statusCode, body } = await askIdentity(request);

    expect(statusCode).toBe(200);
    expect(body).toMatchObject({ code: "200", message: "success", resultObject: { bizCode } });
    expect(body?.requestId).toMatch(/^[0-9A-F-]{36}$/);
  });

  it.each([
    ["an empty value", { userName: "" }, "400"],
    ["a malformed name", { userName: "Nobody" }, "401"],
  ])("reads %s as a code without a result", async (_what, request, code) => {
    const { body } = await askIdentity(request);

    expect(body?.code).toBe(code);
    expect(body?.resultObject).toBeUndefined();
  });

  it.each([
    ["a match", {}, "1"],
    ["a mismatch", { userName: other.userName }, "2"],
    ["no record", { mobile: "16400000099" }, "3"],
  ])("reads %s of three elements of a phone", async (_what, request, bizCode) => {
    const ask = new cloudauth.Mobile3MetaSimpleVerifyRequest({ ...phone, ...request });
    const { body } = await clientOf().mobile3MetaSimpleVerify(ask);

    expect(body?.resultObject?.bizCode).toBe(bizCode);
  });

  it.each([
    ["101", {}],
    ["201", other],
    ["202", { identifyNum: other.identifyNum }],
    ["203", { userName: other.userName }],
    ["301", { mobile: "16400000099" }],
  ])("reads SubCode %s of the detailed action", async (subCode, request) => {
    const ask = new cloudauth.Mobile3MetaDetailVerifyRequest({ ...phone, ...request });
    const { body } = await clientOf().mobile3MetaDetailVerify(ask);

    expect(body?.resultObject?.subCode).toBe(subCode);
  });
});

describe("a client that must not be believed", () => {
  it("gets SignatureDoesNotMatch for a wrong secret", async () => {
    const keys = { ...ownKeys(), accessKeySecret: "not-the-secret-of-this-mock" };

    await expect(askIdentity({}, clientOf({ keys }))).rejects.toMatchObject({
      statusCode: 400,
      code: "SignatureDoesNotMatch",
    });
  });

  it("gets InvalidAccessKeyId.NotFound for an unknown key", async () => {
    const keys = { ...ownKeys(), accessKeyId: "LTAInobody" };

    await expect(askIdentity({}, clientOf({ keys }))).rejects.toMatchObject({
      statusCode: 404,
      code: "InvalidAccessKeyId.NotFound",
    });
  });

  it("gets InvalidTimeStamp.Expired when the clocks are more than fifteen minutes apart", async () => {
    const late = await startMockAuthority({ seed: "interop", clock: { now: () => Date.now() + 901_000 } });

    await expect(askIdentity({}, clientOf({ url: late.url }))).rejects.toMatchObject({
      statusCode: 400,
      code: "InvalidTimeStamp.Expired",
    });
    await late.close();
  });

  it("gets SignatureNonceUsed for a nonce that was there before", async () => {
    const client = clientOf({ headers: { "x-acs-signature-nonce": "used-twice" } });
    await askIdentity({}, client);

    await expect(askIdentity({}, client)).rejects.toMatchObject({
      statusCode: 400,
      code: "SignatureNonceUsed",
    });
  });
});
