import { createHmac, createPublicKey } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { keyIdOf, verifyResultToken, type Expected } from "./result-token.ts";
import { CURRENT, EDWARDS, OTHER, publicKeyOf } from "../test-support/keys.ts";
import {
  deniedClaims,
  ISSUER,
  resultClaims,
  signResult,
  SUBJECT,
  unsafeToken,
  type Claims,
} from "../test-support/tokens.ts";
import { BIZ_SEQ, NOW, ORG_ID } from "../test-support/transaction.ts";
import { CALLS } from "../vendor-call.ts";

const iat = Math.floor(NOW / 1000);
const call = CALLS.authentication;
const expected: Expected = {
  issuer: ISSUER,
  audience: ORG_ID,
  asked: { action: "authentication", bizSeq: BIZ_SEQ, mode: "R01" },
  now: NOW,
  call,
};

const verify = (token: string, overrides: Partial<Expected> = {}) =>
  verifyResultToken(token, publicKeyOf(CURRENT), { ...expected, ...overrides });

/** How a token was refused, after a look at everything that the error shows. */
async function refusal(token: string, overrides: Partial<Expected> = {}): Promise<unknown> {
  const error: unknown = await verify(token, overrides).then(
    () => "it was taken",
    (thrown: unknown) => thrown,
  );
  const shown = inspect(error, { depth: 9, showHidden: true });
  for (const part of [...token.split(".").filter(Boolean), SUBJECT, BIZ_SEQ])
    expect(shown).not.toContain(part);
  expect(error).toMatchObject({ name: "ProviderError", provider: "network-identity" });
  expect(error).not.toHaveProperty("cause");
  return error;
}

describe("verifyResultToken", () => {
  it("takes what the gateway signed about what was asked", async () => {
    expect(await verify(await signResult())).toMatchObject({ result_code: "PASS", sub: SUBJECT });
    expect(await verify(await signResult(deniedClaims("MISMATCH")))).toMatchObject({ verified: false });
  });

  it("takes EdDSA", async () => {
    const token = await signResult(resultClaims(), { key: EDWARDS });

    expect(await verifyResultToken(token, publicKeyOf(EDWARDS), expected)).toMatchObject({ verified: true });
  });

  it("takes either mode of a transaction when it asks again", async () => {
    const asked = { action: "result", bizSeq: BIZ_SEQ } as const;

    expect(await verify(await signResult(resultClaims({ auth_mode: "R02" })), { asked })).toBeDefined();
    expect(await refusal(await signResult(resultClaims({ auth_mode: "R03" })), { asked })).toMatchObject({
      code: "RESPONSE_INVALID",
    });
  });

  it("goes by the clock that it is given, to the second", async () => {
    const token = await signResult();

    expect(await verify(token, { now: (iat + 119) * 1000 })).toBeDefined();
    expect(await refusal(token, { now: (iat + 120) * 1000 })).toMatchObject({ code: "RESPONSE_INVALID" });
    expect(await verify(token, { now: (iat - 60) * 1000 })).toBeDefined();
    expect(await refusal(token, { now: (iat - 61) * 1000 })).toMatchObject({ code: "RESPONSE_INVALID" });
  });
});

const HEADER = { typ: "network-identity-result+jwt", kid: CURRENT.kid };
const { publicJwk } = CURRENT;
const spki = createPublicKey({ key: publicJwk, format: "jwk" }).export({ format: "pem", type: "spki" });
const hmacWith = (key: string | Uint8Array) => (input: string) =>
  createHmac("sha256", key).update(input).digest();

describe("a token whose origin is not proven", () => {
  it.each<[string, () => string | Promise<string>]>([
    [
      "is not signed (alg none)",
      () => unsafeToken({ ...HEADER, alg: "none" }, resultClaims(), () => Buffer.of()),
    ],
    [
      "says alg none and carries bytes",
      () => unsafeToken({ ...HEADER, alg: "none" }, resultClaims(), hmacWith("x")),
    ],
    [
      "is signed with HS256 and the public key as PEM",
      () => unsafeToken({ ...HEADER, alg: "HS256" }, resultClaims(), hmacWith(spki)),
    ],
    [
      "is signed with HS256 and the public key as JWK",
      () => unsafeToken({ ...HEADER, alg: "HS256" }, resultClaims(), hmacWith(JSON.stringify(publicJwk))),
    ],
    [
      "says ES256 and is signed with HS256",
      () => unsafeToken({ ...HEADER, alg: "ES256" }, resultClaims(), hmacWith(spki)),
    ],
    [
      "is signed with an old key under the new id",
      () => signResult(resultClaims(), { key: { ...OTHER, kid: CURRENT.kid } }),
    ],
    [
      "is signed with a key of another kind",
      () => signResult(resultClaims(), { key: { ...EDWARDS, kid: CURRENT.kid } }),
    ],
    [
      "is signed with a zero signature (CVE-2022-21449)",
      () => unsafeToken({ ...HEADER, alg: "ES256" }, resultClaims(), () => Buffer.alloc(64)),
    ],
    ["has no signature", () => unsafeToken({ ...HEADER, alg: "ES256" }, resultClaims(), () => Buffer.of())],
    ["has two parts", () => "e30.e30"],
    ["is empty", () => ""],
    [
      "asks for a critical extension (RFC 7515 4.1.11)",
      async () => {
        const [header = "", ...rest] = (await signResult()).split(".");
        const critical = {
          ...(JSON.parse(Buffer.from(header, "base64url").toString()) as object),
          crit: ["x"],
          x: 1,
        };
        return [Buffer.from(JSON.stringify(critical)).toString("base64url"), ...rest].join(".");
      },
    ],
  ])("is refused when it %s", async (_how, make) => {
    expect(await refusal(await make())).toMatchObject({ code: "SIGNATURE_INVALID", retryable: false });
  });

  it("is refused when one character of its claims is another", async () => {
    const [header, claims = "", signature] = (await signResult(deniedClaims("MISMATCH"))).split(".");
    const text = Buffer.from(claims, "base64url").toString().replace('"verified":false', '"verified":true ');
    const changed = [header, Buffer.from(text).toString("base64url"), signature].join(".");

    expect(await refusal(changed)).toMatchObject({ code: "SIGNATURE_INVALID" });
  });
});

describe("a token that is signed and does not fit", () => {
  it.each<[string, Claims]>([
    ["is of another issuer", { iss: "https://elsewhere.example" }],
    ["is of nobody", { iss: undefined }],
    ["is for another organisation", { aud: "00000023" }],
    ["is for several organisations", { aud: [ORG_ID, "00000023"] }],
    ["is for nobody", { aud: undefined }],
    ["has expired", { iat: iat - 120, exp: iat }],
    ["never expires", { exp: undefined }],
    ["expires later than it may", { exp: iat + 121 }],
    ["expires before it was issued", { iat: iat + 30, exp: iat + 20 }],
    ["says not when it was issued", { iat: undefined }],
    ["is from the future", { iat: iat + 61, exp: iat + 181 }],
    ["holds from later on", { nbf: iat + 10 }],
    ["has no id", { jti: undefined }],
    ["has an endless id", { jti: "x".repeat(129) }],
    ["is of another transaction", { biz_seq: "0".repeat(32) }],
    ["is of no transaction", { biz_seq: undefined }],
    ["is of another mode", { auth_mode: "R02" }],
    ["is of another service", { service_type: "enrolment" }],
    ["says not when it was decided", { service_time: undefined }],
    ["is verified and says MISMATCH", { result_code: "MISMATCH" }],
    ["is verified in words", { verified: "true" }],
    ["is not verified and says PASS", { verified: false, sub: undefined }],
    ["is verified and names nobody", { sub: undefined }],
    ["is verified and names nobody, with an empty name", { sub: "" }],
    ["is not verified and names somebody", { verified: false, result_code: "MISMATCH" }],
    ["names somebody without end", { sub: "x".repeat(257) }],
  ])("is refused when it %s", async (_how, claims) => {
    expect(await refusal(await signResult(resultClaims(claims)))).toMatchObject({ code: "RESPONSE_INVALID" });
  });

  it.each([undefined, "JWT", "client-authentication+jwt", "shiming-receipt+jwt"])(
    "is refused when its type is %s",
    async (typ) => {
      expect(await refusal(await signResult(resultClaims(), { header: { typ } }))).toMatchObject({
        code: "RESPONSE_INVALID",
      });
    },
  );
});

describe("keyIdOf", () => {
  it("reads the id of the key", async () => {
    expect(await keyIdOf(await signResult(), call)).toBe("current");
  });

  it.each([
    ["names none", () => signResult(resultClaims(), { header: { kid: undefined } })],
    ["names an empty one", () => signResult(resultClaims(), { header: { kid: "" } })],
    ["is no token", async () => "not.a.token"],
    ["is empty", async () => ""],
  ])("refuses a token that %s", async (_how, make) => {
    await expect(keyIdOf(await make(), call)).rejects.toMatchObject({
      code: "SIGNATURE_INVALID",
      provider: "network-identity",
    });
  });
});
