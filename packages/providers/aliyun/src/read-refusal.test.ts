import { inspect } from "node:util";
import type { WireReply } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { GATEWAY_ROWS } from "./gateway-rows.ts";
import { ID2_META_VERIFY } from "./id2-meta-verify.ts";
import { readRefusal } from "./read-refusal.ts";
import { ALIYUN_RESULT_TABLES } from "./result-tables.ts";
import { ID_NUMBER } from "./test-support/checks.ts";

const replyOf = (status: number, body: unknown): WireReply => ({
  kind: "response",
  status,
  headers: {},
  body: typeof body === "string" ? body : JSON.stringify(body),
});

const read = (status: number, body: unknown) => readRefusal(ID2_META_VERIFY, replyOf(status, body));

describe("the gateway's codes", () => {
  it.each([
    [400, "SignatureDoesNotMatch", "MISCONFIGURED"],
    [400, "IncompleteSignature", "MISCONFIGURED"],
    [400, "InvalidTimeStamp.Expired", "MISCONFIGURED"],
    [400, "InvalidTimeStamp.Format", "MISCONFIGURED"],
    [404, "InvalidAccessKeyId.NotFound", "MISCONFIGURED"],
    [400, "InvalidAccessKeyId.Inactive", "MISCONFIGURED"],
    [403, "Forbidden.RAM", "MISCONFIGURED"],
    [403, "Forbidden.AccountAccessDenied", "MISCONFIGURED"],
    [404, "InvalidApi.NotFound", "MISCONFIGURED"],
    [400, "Throttling.User", "THROTTLED"],
    [429, "Throttling.Api", "THROTTLED"],
    [400, "MissingUserName", "REJECTED"],
    [400, "MissingParameter", "REJECTED"],
    [401, "InvalidParameter", "REJECTED"],
  ])("with %i and %s, it is %s, and free", (status, Code, code) => {
    const due = {
      code,
      vendorCode: Code,
      reference: "r-1",
      charge: { charged: "no", basis: `aliyun Id2MetaVerify ${Code}` },
    };

    expect(() => read(status, { Code, RequestId: "r-1" })).toThrow(expect.objectContaining(due));
  });

  it("leave a request in doubt whose nonce is used: a copy of it has been there", () => {
    expect(read(400, { Code: "SignatureNonceUsed" })).toEqual({
      status: "in-doubt",
      charge: { charged: "unknown", basis: "aliyun Id2MetaVerify SignatureNonceUsed" },
    });
  });

  it.each([
    [400, { Code: "SomethingNew" }],
    [400, { Message: "no code" }],
    [400, { Code: "200/1" }],
    [400, { Code: {} }],
    [429, "too many"],
    [404, "<html></html>"],
    [500, { Code: "Throttling.User" }],
    [504, { Code: "SignatureDoesNotMatch" }],
    [200, { Code: "SignatureDoesNotMatch" }],
  ])("that are not known, or come otherwise, are left to the status: %i %j", (status, body) => {
    expect(read(status, body)).toBeUndefined();
  });

  it("are not asked of a lost answer", () => {
    const fault = { sent: "maybe", phase: "headers", cause: "reset" } as const;

    expect(readRefusal(ID2_META_VERIFY, { kind: "fault", fault })).toBeUndefined();
  });

  it("never come with the vendor's text, which quotes the request after a wrong signature", () => {
    const Message = `server string to sign is:POST /?LegalPersonCertNo=${ID_NUMBER}`;
    let refused: unknown;
    try {
      read(400, { Code: "SignatureDoesNotMatch", Message, RequestId: ID_NUMBER.repeat(9) });
    } catch (error) {
      refused = error;
    }

    expect(refused).toMatchObject({ code: "MISCONFIGURED" });
    expect(inspect(refused, { depth: 9, showHidden: true }) + JSON.stringify(refused)).not.toContain(
      ID_NUMBER,
    );
  });

  it.each(ALIYUN_RESULT_TABLES)("are in the table of $action, each with its source", ({ rows }) => {
    expect(rows).toEqual(expect.arrayContaining([...GATEWAY_ROWS]));
    expect(GATEWAY_ROWS.every(({ source }) => source?.startsWith("https://"))).toBe(true);
  });
});
