import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { BODY_LIMIT } from "../../bounded-body.ts";
import { createFixedClock } from "../../test-support/fixed-clock.ts";
import { problemOf } from "../../test-support/problem.ts";
import { BASE, createRelyingServer } from "../../test-support/relying-server.ts";
import type { Bend } from "../../test-support/relying-server.ts";

const PATH = "/v1/authentications";

function setUp() {
  const clock = createFixedClock();
  const server = createRelyingServer(createMockAuthority({ seed: "test", clock }), clock);
  return { server };
}

describe("a refused request", () => {
  const well = {
    orgCode: "00000099",
    appId: "0001",
    bizSeq: "0".repeat(32),
    authMode: "R01",
    idCardAuthData: "data",
  };

  it.each<[string, unknown, Record<string, unknown>]>([
    ["text that is not JSON", "{", { rule: "a JSON object" }],
    ["a list", [], { rule: "a JSON object" }],
    ["an unknown member", { ...well, photoEncData: "x" }, { field: "photoEncData" }],
    ["a missing member", { ...well, bizSeq: undefined }, { field: "bizSeq" }],
    ["a number for text", { ...well, appId: 1 }, { field: "appId" }],
    ["a bizSeq with a hyphen", { ...well, bizSeq: `${"0".repeat(31)}-` }, { field: "bizSeq" }],
    ["an unknown mode", { ...well, authMode: "R05" }, { field: "authMode" }],
    ["a long app name", { ...well, appName: "x".repeat(65) }, { field: "appName" }],
    ["long credential data", { ...well, idCardAuthData: "x".repeat(8193) }, { field: "idCardAuthData" }],
    ["R02 without password data", { ...well, authMode: "R02" }, { field: "certPwdData" }],
    ["R01 with password data", { ...well, certPwdData: "x" }, { field: "certPwdData" }],
    ["another organisation", { ...well, orgCode: "00000001" }, { field: "orgCode" }],
  ])("names the member and the rule for %s", async (_, body, expected) => {
    const { server } = setUp();
    const response = await server.post(PATH, body);
    expect(response.status).toBe(400);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ code: "malformed_request", ...expected });
    expect(problem["rule"]).toBeTypeOf("string");
  });

  it("does not repeat a member name that could be a value", async () => {
    const { server } = setUp();
    const problem = await problemOf(await server.post(PATH, { ...well, "110000190101010001": 1 }));
    expect(problem).not.toHaveProperty("field");
  });

  it.each(["R03", "R04"])("calls the face mode %s unsupported", async (authMode) => {
    const { server } = setUp();
    const response = await server.post(PATH, { ...well, authMode, photoEncData: "x" });
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({ code: "unsupported_mode" });
  });

  it.each<[number, string, unknown, Bend]>([
    [403, "untrusted_app", { ...well, appId: "0002" }, {}],
    [404, "unknown_transaction", well, {}],
    [415, "unsupported_media_type", well, { headers: { "content-type": "text/plain" } }],
    [413, "body_too_large", { ...well, appName: "x".repeat(BODY_LIMIT) }, {}],
  ])("answers %i %s", async (...[status, code, body, bend]) => {
    const { server } = setUp();
    const response = await server.post(PATH, body, bend);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ code });
  });

  it("answers 405 with the methods there are, and 404 for other paths", async () => {
    const authority = createMockAuthority();
    const wrongMethod = await authority.fetch(new Request(`${BASE}${PATH}`));
    expect(wrongMethod.headers.get("allow")).toBe("POST");
    expect(await problemOf(wrongMethod)).toMatchObject({ status: 405, code: "method_not_allowed" });
    const wrongPath = await authority.fetch(new Request(`${BASE}/v2`));
    expect(await problemOf(wrongPath)).toMatchObject({ status: 404, code: "not_found" });
  });
});
