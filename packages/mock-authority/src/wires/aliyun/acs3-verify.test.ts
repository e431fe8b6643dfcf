import { describe, expect, it } from "vitest";
import { verifyAcs3 } from "./acs3-verify.ts";
import type { Acs3Context, SignedRequest } from "./acs3-verify.ts";

const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** The printed example of https://help.aliyun.com/document_detail/2593177.html. */
const EXAMPLE: SignedRequest = {
  method: "POST",
  query: "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai",
  host: "ecs.cn-shanghai.aliyuncs.com",
  headers: new Headers({
    authorization:
      "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
    "x-acs-action": "RunInstances",
    "x-acs-content-sha256": EMPTY,
    "x-acs-date": "2023-10-26T10:22:32Z",
    "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
    "x-acs-version": "2014-05-26",
  }),
  body: new Uint8Array(),
};

const context: Acs3Context = {
  secretOf: (id) => (id === "YourAccessKeyId" ? "YourAccessKeySecret" : undefined),
  takeNonce: () => true,
  now: Date.parse("2023-10-26T10:22:32Z"),
};

function withHeader(name: string, value?: string): SignedRequest {
  const headers = new Headers(EXAMPLE.headers);
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
  return { ...EXAMPLE, headers };
}

const codeOf = (request: SignedRequest, more: Partial<Acs3Context> = {}): string | undefined =>
  verifyAcs3(request, { ...context, ...more })?.code;

describe("verifyAcs3", () => {
  it("accepts the printed example of the vendor", () => {
    expect(verifyAcs3(EXAMPLE, context)).toBeUndefined();
  });

  it.each([
    ["the method", { ...EXAMPLE, method: "GET" }],
    ["the query", { ...EXAMPLE, query: EXAMPLE.query.replace("shanghai", "beijing") }],
    ["the host", { ...EXAMPLE, host: "ecs.cn-beijing.aliyuncs.com" }],
    ["the body", { ...EXAMPLE, body: new TextEncoder().encode("x") }],
    ["the digest of the body", withHeader("x-acs-content-sha256", "0".repeat(64))],
    ["a signed header", withHeader("x-acs-version", "2014-05-27")],
    ["the case of a signed header", withHeader("x-acs-action", "runinstances")],
    ["a signed header, by taking it away", withHeader("x-acs-version")],
    ["the headers, by one that is not signed", withHeader("x-acs-extra", "1")],
    ["the type of the body, which is not signed", withHeader("content-type", "application/json")],
  ])("refuses a change of %s", (_what, request) => {
    expect(codeOf(request)).toBe("SignatureDoesNotMatch");
  });

  it("accepts a query written in another order or with other escapes, which says the same", () => {
    const query = "RegionId=cn%2Dshanghai&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811%2Evhd";
    expect(codeOf({ ...EXAMPLE, query })).toBeUndefined();
  });

  it.each([
    ["authorization", undefined, "MissingAccessKeyId"],
    ["authorization", "ACS3-HMAC-SHA256 Credential=a", "IncompleteSignature"],
    ["authorization", "ACS3-HMAC-SM3 Credential=a,SignedHeaders=host,Signature=b", "IncompleteSignature"],
    ["x-acs-date", undefined, "MissingTimestamp"],
    ["x-acs-date", "2023-10-26 10:22:32", "InvalidTimeStamp.Format"],
    ["x-acs-date", "2023-13-26T10:22:32Z", "InvalidTimeStamp.Format"],
    ["x-acs-signature-nonce", undefined, "MissingSignatureNonce"],
  ])("refuses %s %j with %s", (name, value, code) => {
    expect(codeOf(withHeader(name, value))).toBe(code);
  });

  it("refuses an unknown key with 404, and a wrong secret", () => {
    const unknown = verifyAcs3(EXAMPLE, { ...context, secretOf: () => undefined });
    expect(unknown).toMatchObject({ code: "InvalidAccessKeyId.NotFound", status: 404 });
    expect(codeOf(EXAMPLE, { secretOf: () => "another" })).toBe("SignatureDoesNotMatch");
  });

  it.each([
    [15 * 60_000, undefined],
    [-15 * 60_000, undefined],
    [15 * 60_000 + 1, "InvalidTimeStamp.Expired"],
    [-15 * 60_000 - 1, "InvalidTimeStamp.Expired"],
  ])("takes a clock that is off by %i ms as %s", (offset, code) => {
    expect(codeOf(EXAMPLE, { now: context.now + offset })).toBe(code);
  });

  it("asks for the nonce last, so that a refused request does not use it up", () => {
    const taken: string[] = [];
    const takeNonce = (nonce: string): boolean => {
      taken.push(nonce);
      return false;
    };
    expect(codeOf({ ...EXAMPLE, host: "x" }, { takeNonce })).toBe("SignatureDoesNotMatch");
    expect(taken).toEqual([]);
    expect(codeOf(EXAMPLE, { takeNonce })).toBe("SignatureNonceUsed");
    expect(taken).toEqual(["3156853299f313e23d1673dc12e1703d"]);
  });
});
