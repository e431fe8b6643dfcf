import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import type { JwsSigner } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { signCompactJws } from "../jws.ts";
import { generateKeys } from "../keys.ts";
import { community, register } from "../test-support/community.ts";
import { decide, keys, service } from "../test-support/services.ts";
import { verifyConsentReceipt, type VerifyConsentReceiptOptions } from "./verify-consent-receipt.ts";

const NOON = Date.parse("2026-11-22T12:00:00+08:00");
const OPTIONS: VerifyConsentReceiptOptions = { jwks: keys.jwks, issuer: community.id, at: NOON };
const CLAIMS = {
  iss: community.id,
  sub: "index",
  jti: "act-1",
  iat: NOON / 1000,
  cr: { record_hash: "hash" },
};

const receipt = async (): Promise<string> => (await decide(service().consent, register)).receipt;

async function reasonOf(text: string, options = OPTIONS): Promise<string> {
  const check = await verifyConsentReceipt(text, options);
  return check.valid ? "valid" : check.reason;
}

const signed = (claims: object, typ = "consent-receipt+jwt", signer: JwsSigner = keys.signer) =>
  signCompactJws(signer, typ, claims);

describe("a consent receipt", () => {
  it("holds for what it was made by, and gives its claims", async () => {
    const record = await decide(service().consent, register);

    expect(await verifyConsentReceipt(record.receipt, OPTIONS)).toMatchObject({
      valid: true,
      claims: { jti: record.id, sub: record.subject, cr: { record_hash: record.hash } },
    });
  });

  it.each([
    ["of another app", { issuer: "example.other" }, "wrong-claim"],
    ["signed with a key that is not in the set", { jwks: generateKeys().jwks }, "wrong-key"],
    [
      "signed with another key of the same id",
      { jwks: { keys: generateKeys().jwks.keys.map((key) => ({ ...key, kid: keys.signer.kid })) } },
      "bad-signature",
    ],
  ])("%s does not hold", async (_what, options, reason) => {
    expect(await reasonOf(await receipt(), { ...OPTIONS, ...options })).toBe(reason);
  });

  it("holds until it expires, if it does", async () => {
    const text = await signed({ ...CLAIMS, exp: NOON / 1000 });

    expect(await reasonOf(text, { ...OPTIONS, at: NOON - 1 })).toBe("valid");
    expect(await reasonOf(text)).toBe("expired");
  });

  it.each([
    ["another type, such as the head of a chain", signed(CLAIMS, "consent-chain+jwt")],
    ["no record", signed({ ...CLAIMS, cr: {} })],
    ["no person", signed({ ...CLAIMS, sub: undefined })],
    ["an expiry that is no time", signed({ ...CLAIMS, exp: "soon" })],
    ["two parts", Promise.resolve("a.b")],
    ["no text", Promise.resolve(undefined)],
    ["more than 64 kB", signed({ ...CLAIMS, more: "a".repeat(70_000) })],
  ])("with %s is malformed", async (_what, text) => {
    // The compiler refuses what is no text; plain JavaScript does not.
    expect(await reasonOf((await text) as string)).toBe("malformed");
  });

  it("says nothing for a header with another member, such as `crit` (RFC 8725 3.10)", async () => {
    const header = { alg: "ES256", typ: "consent-receipt+jwt", kid: keys.signer.kid, crit: ["exp"] };
    const [, payload = ""] = (await receipt()).split(".");
    const input = `${Buffer.from(JSON.stringify(header)).toString("base64url")}.${payload}`;
    const signature = Buffer.from(await keys.signer.sign(Buffer.from(input))).toString("base64url");

    expect(await reasonOf(`${input}.${signature}`)).toBe("malformed");
  });

  it.each(["none", "HS256", "EdDSA"])(
    "does not hold with the algorithm %s, whatever the header says",
    async (alg) => {
      const [, payload, signature] = (await receipt()).split(".");
      const header = Buffer.from(JSON.stringify({ alg, typ: "consent-receipt+jwt", kid: keys.signer.kid }));

      expect(await reasonOf(`${header.toString("base64url")}.${payload}.${signature}`)).toBe("wrong-key");
    },
  );

  it("does not hold with any character changed, not even the unused bits of the last", async () => {
    const text = await receipt();
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const changed = Array.from(text, (character, at) => {
      const next = alphabet[(alphabet.indexOf(character) + 1) % 64];
      return `${text.slice(0, at)}${next}${text.slice(at + 1)}`;
    });
    const reasons = await Promise.all(changed.map((one) => reasonOf(one)));

    expect(reasons.filter((reason) => reason === "valid")).toEqual([]);
  });

  it("may be signed by a signer of one's own with Ed25519", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const signer: JwsSigner = {
      alg: "EdDSA",
      kid: "ed",
      sign: async (input) =>
        sign(null, input, createPrivateKey(privateKey.export({ format: "pem", type: "pkcs8" }))),
    };
    const jwk = { ...createPublicKey(privateKey).export({ format: "jwk" }), kid: "ed" };
    const text = await signed(CLAIMS, "consent-receipt+jwt", signer);

    expect(await reasonOf(text, { ...OPTIONS, jwks: { keys: [jwk] } })).toBe("valid");
    expect(await reasonOf(text)).toBe("wrong-key");
  });
});

describe("the options", () => {
  it.each([
    ["no issuer", { issuer: "" }, "options.issuer"],
    ["no moment", { at: Number.NaN }, "options.at"],
    ["no keys", { jwks: undefined }, "jwks"],
  ])("with %s are refused, before anything is believed", async (_what, change, path) => {
    const options = { ...OPTIONS, ...change } as VerifyConsentReceiptOptions;

    await expect(verifyConsentReceipt(await receipt(), options)).rejects.toMatchObject({
      code: "INVALID_OPTION",
      path,
    });
  });
});
