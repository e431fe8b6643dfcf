import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { createFixedClock, FIXED_NOW } from "../../test-support/fixed-clock.ts";
import { problemOf } from "../../test-support/problem.ts";
import { BASE, createRelyingServer } from "../../test-support/relying-server.ts";
import type { Bend } from "../../test-support/relying-server.ts";

const PATH = "/v1/authentications";

function setUp() {
  const clock = createFixedClock();
  const server = createRelyingServer(createMockAuthority({ seed: "test", clock }), clock);
  return { clock, server };
}

describe("client authentication", () => {
  const now = FIXED_NOW / 1000;

  it.each<[string, Bend, string]>([
    ["no token", { headers: { authorization: "" } }, "signature"],
    ["another scheme", { headers: { authorization: "Basic eA==" } }, "signature"],
    ["no JWT", { headers: { authorization: "Bearer a.b.c" } }, "signature"],
    ["another secret", { secret: "other" }, "signature"],
    ["another header type", { header: { typ: "JWT" } }, "signature"],
    ["another algorithm", { header: { alg: "HS512" } }, "signature"],
    ["no algorithm", { header: { alg: "none" } }, "signature"],
    ["an unknown organisation", { claims: { iss: "00000001", sub: "00000001" } }, "signature"],
    ["a subject that is not the issuer", { claims: { sub: "00000001" } }, "signature"],
    ["another audience", { claims: { aud: `${BASE}/` } }, "audience"],
    ["several audiences", { claims: { aud: [BASE, "x"] } }, "audience"],
    ["a past life", { claims: { iat: now - 60, exp: now } }, "expired"],
    ["a life over a minute", { claims: { iat: now, exp: now + 61 } }, "expired"],
    ["an issue far ahead", { claims: { iat: now + 61, exp: now + 120 } }, "expired"],
    ["no issue time", { claims: { iat: undefined } }, "expired"],
    ["an expiry that is no number", { claims: { exp: "soon" } }, "expired"],
    ["no id", { claims: { jti: undefined } }, "replayed"],
    ["an id over 128 characters", { claims: { jti: "x".repeat(129) } }, "replayed"],
    ["another body", { sentBody: "{} " }, "body"],
    ["no body hash", { claims: { body_sha256: undefined } }, "body"],
  ])("refuses %s", async (_, bend, rule) => {
    const { server } = setUp();
    const response = await server.post(PATH, {}, bend);
    expect(response.status).toBe(401);
    expect(await problemOf(response)).toMatchObject({ code: "client_authentication_failed", rule });
  });

  it("takes an id once in its life, and again after it", async () => {
    const { server, clock } = setUp();
    const send = async (): Promise<number> =>
      (await server.post(PATH, {}, { claims: { jti: "once" } })).status;
    expect(await send()).toBe(400); // admitted: only the empty body is wrong
    expect(await send()).toBe(401);
    clock.advance(59_000);
    expect(await send()).toBe(401);
    clock.advance(61_000);
    expect(await send()).toBe(400);
  });

  it("does not use up the id of a request it refuses", async () => {
    const { server } = setUp();
    const claims = { jti: "once" };
    expect((await server.post(PATH, {}, { claims, sentBody: "{} " })).status).toBe(401);
    expect((await server.post(PATH, {}, { claims })).status).toBe(400);
  });
});
