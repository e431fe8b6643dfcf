import type { Clock } from "@shiming/contract";
import type { WireReply } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { REFERENCE_TABLES } from "./reference-tables.ts";
import { referenceWire } from "./reference-wire.ts";
import { CURRENT, publicKeyOf } from "../test-support/keys.ts";
import { deniedClaims, resultClaims, signResult, SUBJECT } from "../test-support/tokens.ts";
import { BIZ_SEQ, BLOB, NOW, PARTY, PASSWORD_BLOB, SECRET } from "../test-support/transaction.ts";
import type { Asked, FoundKey, WireTools } from "../wire.ts";

const clock: Clock = { now: () => NOW };
const published: Readonly<Record<string, FoundKey>> = { current: publicKeyOf(CURRENT), away: "unreachable" };
const tools: WireTools = {
  party: PARTY,
  clock,
  keys: { find: async (kid) => published[kid] ?? "unknown" },
  newId: () => "an-id-of-22-characters",
};
const AUTHENTICATION: Asked = { action: "authentication", bizSeq: BIZ_SEQ, mode: "R01" };
const RESULT: Asked = { action: "result", bizSeq: BIZ_SEQ };

const credential = (reason: string) => ({ reason, fields: ["network-identity-credential"] });

const transaction = { bizSeq: BIZ_SEQ, mode: "R01", idCardAuthData: BLOB } as const;

const response = (body: unknown, status = 200, type = "application/json"): WireReply => ({
  kind: "response",
  status,
  headers: { "content-type": type },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const problem = (code: string, status: number): WireReply =>
  response({ type: "about:blank", status, code }, status, "application/problem+json");

/** The result, or the error: the tests look at the fields. */
async function read(reply: WireReply, asked = AUTHENTICATION): Promise<unknown> {
  try {
    return await referenceWire.read(reply, asked, tools);
  } catch (error) {
    return error;
  }
}

describe("referenceWire.build", () => {
  it("posts the transaction under the names that Hunan province republished", async () => {
    const { method, url, headers, body } = await referenceWire.build(transaction, tools);

    expect([method, url.href]).toEqual([
      "POST",
      "https://gateway.example/network-identity/v1/authentications",
    ]);
    expect(headers).toEqual({
      accept: "application/json, application/problem+json",
      authorization: expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\.[\w-]{43}$/),
      "content-type": "application/json",
    });
    expect(JSON.parse(body ?? "")).toEqual({
      orgCode: "00000099",
      appId: "0001",
      bizSeq: BIZ_SEQ,
      authMode: "R01",
      idCardAuthData: BLOB,
    });
  });

  it("adds the password data with R02, and the name of the app where there is one", async () => {
    const { body } = await referenceWire.build(
      { ...transaction, mode: "R02", certPwdData: PASSWORD_BLOB },
      { ...tools, party: { ...PARTY, appName: "示例" } },
    );

    expect(JSON.parse(body ?? "")).toMatchObject({
      appName: "示例",
      authMode: "R02",
      certPwdData: PASSWORD_BLOB,
    });
  });

  it("keeps personal data and the secret out of URL and headers", async () => {
    const { url, headers } = await referenceWire.build(transaction, tools);
    const shown = [url.href, ...Object.values(headers)].join("\n");

    expect(shown).not.toContain(BLOB);
    expect(shown).not.toContain(SECRET);
  });
});

describe("referenceWire.query", () => {
  it("asks for the result of a transaction, with nothing in the body", async () => {
    const request = await referenceWire.query?.(BIZ_SEQ, tools);

    expect(request).toMatchObject({ method: "POST", body: "{}" });
    expect(request?.url.pathname).toBe(`/network-identity/v1/authentications/${BIZ_SEQ}/result`);
    expect(request?.headers["authorization"]).toMatch(/^Bearer /);
  });
});

describe("referenceWire.read", () => {
  it("tells who it is in a match", async () => {
    expect(await read(response({ result: await signResult() }))).toEqual({
      status: "match",
      attributes: { "network-identity-subject": SUBJECT },
      charge: { charged: "no", basis: `network-identity authentication PASS` },
      reference: BIZ_SEQ,
    });
  });

  it.each([
    ["MISMATCH", { reason: "different-person" }],
    ["WRONG_PASSWORD", { reason: "wrong-password" }],
    ["CREDENTIAL_EXPIRED", credential("credential-expired")],
    ["CREDENTIAL_FROZEN", credential("credential-frozen")],
    ["CREDENTIAL_REVOKED", credential("credential-revoked")],
    ["CREDENTIAL_ABSENT", credential("credential-absent")],
  ])("%s is a mismatch", async (code, told) => {
    expect(await read(response({ result: await signResult(deniedClaims(code)) }))).toEqual({
      status: "mismatch",
      ...told,
      charge: { charged: "no", basis: `network-identity authentication ${code}` },
      reference: BIZ_SEQ,
    });
  });

  it("reads the same result when it asks again", async () => {
    const result = await read(response({ result: await signResult() }), RESULT);

    expect(result).toMatchObject({
      status: "match",
      charge: { basis: `network-identity result PASS` },
    });
  });

  it("does not guess at a code that is in no table", async () => {
    expect(await read(response({ result: await signResult(deniedClaims("SOMETHING_NEW")) }))).toMatchObject({
      code: "RESPONSE_INVALID",
      vendorCode: "SOMETHING_NEW",
      charge: { charged: "no" },
    });
  });

  it("refuses a result signed with a key that the gateway does not publish", async () => {
    const result = await signResult(resultClaims(), { header: { kid: "forged" } });

    expect(await read(response({ result }))).toMatchObject({
      code: "SIGNATURE_INVALID",
      charge: { charged: "no", basis: `network-identity authentication answer not understood` },
    });
  });

  it("leaves a result in doubt while the keys are out of reach, and can ask again", async () => {
    const result = await signResult(resultClaims(), { header: { kid: "away" } });

    expect(await read(response({ result }))).toMatchObject({ status: "in-doubt", handle: BIZ_SEQ });
  });

  it.each<[string, WireReply]>([
    ["a broken connection", { kind: "fault", fault: { phase: "headers", cause: "reset", sent: "maybe" } }],
    ["no answer in time", { kind: "fault", fault: { phase: "body", cause: "timeout", sent: "maybe" } }],
    ["a gateway that got no answer", response("", 504)],
  ])("leaves it in doubt after %s, and can ask again", async (_what, reply) => {
    const lost = { status: "in-doubt", handle: BIZ_SEQ, charge: { charged: "unknown" } };

    expect(await read(reply)).toMatchObject(lost);
    expect(await read(reply, RESULT)).toMatchObject(lost);
  });

  it.each<[string, WireReply, string]>([
    ["an answer that is not JSON", response("<html>"), "RESPONSE_INVALID"],
    ["an answer without a result", response({}), "RESPONSE_INVALID"],
    ["a result that is no text", response({ result: {} }), "RESPONSE_INVALID"],
    ["a result without end", response({ result: "x".repeat(8193) }), "RESPONSE_INVALID"],
    ["a result that is no token", response({ result: "PASS" }), "SIGNATURE_INVALID"],
    ["an answer in the clear", response({ result_code: "PASS", verified: true }), "RESPONSE_INVALID"],
    ["a redirect", response("", 302), "MISCONFIGURED"],
    ["a problem whose code is that of a result", problem("PASS", 400), "REJECTED"],
    ["a problem that is not of this wire", problem("something_else", 403), "MISCONFIGURED"],
  ])("refuses %s", async (_what, reply, code) => {
    expect(await read(reply)).toMatchObject({ name: "ProviderError", code });
  });

  it.each([
    ["malformed_request", 400, "REJECTED"],
    ["client_authentication_failed", 401, "MISCONFIGURED"],
    ["untrusted_app", 403, "MISCONFIGURED"],
    ["unknown_transaction", 404, "REJECTED"],
    ["method_not_allowed", 405, "MISCONFIGURED"],
    ["transaction_used", 409, "REJECTED"],
    ["transaction_expired", 410, "REJECTED"],
    ["body_too_large", 413, "REJECTED"],
    ["unsupported_media_type", 415, "MISCONFIGURED"],
    ["unsupported_mode", 422, "REJECTED"],
    ["too_many_requests", 429, "THROTTLED"],
  ])("%s (%d) is %s", async (vendorCode, status, code) => {
    expect(await read(problem(vendorCode, status))).toMatchObject({
      code,
      vendorCode,
      reference: BIZ_SEQ,
      charge: { charged: "no", basis: `network-identity authentication ${vendorCode}` },
    });
  });

  it("says that a transaction was not processed when it asks for a result that nobody gave", async () => {
    expect(await read(problem("unknown_transaction", 404), RESULT)).toMatchObject({
      code: "UNAVAILABLE",
      retryable: true,
      charge: { charged: "no" },
      message: expect.stringContaining("the gateway has not processed this transaction"),
    });
  });
});

describe("REFERENCE_TABLES", () => {
  it.each(Object.values(REFERENCE_TABLES))("keep results and problems apart: $results.action", (tables) => {
    const { results, problems } = tables;

    expect(results.rows.filter(({ code }) => problems.has(code))).toEqual([]);
    expect(results.rows.every((row) => "outcome" in row && row.charged === "no")).toBe(true);
    expect(problems.rows.every((row) => "error" in row && row.charged === "no")).toBe(true);
  });
});
