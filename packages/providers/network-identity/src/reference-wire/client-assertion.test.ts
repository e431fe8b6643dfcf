import { createHmac, hash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signClientAssertion } from "./client-assertion.ts";
import { NOW, PARTY, SECRET } from "../test-support/transaction.ts";

const input = { party: PARTY, body: "{}", now: NOW, id: "an-id" };

async function parts(body: string): Promise<{ header: unknown; claims: unknown; token: string }> {
  const token = await signClientAssertion({ ...input, body });
  const [header, claims] = token
    .split(".", 2)
    .map((part): unknown => JSON.parse(Buffer.from(part, "base64url").toString("utf8")));
  return { header, claims, token };
}

describe("signClientAssertion", () => {
  it("says who asks, whom, from when to when, and what", async () => {
    const { header, claims } = await parts("{}");

    expect(header).toEqual({ alg: "HS256", typ: "client-authentication+jwt" });
    expect(claims).toEqual({
      iss: "00000099",
      sub: "00000099",
      aud: "https://gateway.example/network-identity",
      iat: 1795320000,
      exp: 1795320060,
      jti: "an-id",
      body_sha256: "RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o",
    });
  });

  it("signs with the bytes of the secret (RFC 7515 A.1)", async () => {
    const { token } = await parts("{}");
    const [header, claims, signature] = token.split(".");

    expect(signature).toBe(createHmac("sha256", SECRET).update(`${header}.${claims}`).digest("base64url"));
  });

  it("is bound to the bytes of any body", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (body) => {
        const { claims } = await parts(body);
        const body_sha256 = hash("sha256", Buffer.from(body, "utf8"), "base64url");

        expect(claims).toMatchObject({ body_sha256 });
      }),
    );
  });
});
