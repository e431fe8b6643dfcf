import { generateKeyPairSync, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createKeys, generateKeys, type KeysOptions } from "./keys.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const indexKey = new Uint8Array(32).fill(7);

function errorOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

describe("createKeys", () => {
  it.each<[string, KeysOptions["signingKey"]]>([
    ["PEM", pem],
    ["JWK", privateKey.export({ format: "jwk" })],
    ["KeyObject", privateKey],
  ])("signs with a P-256 key given as %s, in the form of RFC 7515", async (_form, signingKey) => {
    const { signer } = createKeys({ signingKey, indexKey });
    const input = Buffer.from("header.payload");
    const signature = await signer.sign(input);

    expect(signature).toHaveLength(64);
    expect(verify("sha256", input, { key: publicKey, dsaEncoding: "ieee-p1363" }, signature)).toBe(true);
  });

  it("publishes the public half alone, under its thumbprint (RFC 7638)", () => {
    const { jwks, signer } = createKeys({ signingKey: pem, indexKey });
    const { x, y } = publicKey.export({ format: "jwk" });

    expect(jwks.keys).toEqual([{ kty: "EC", crv: "P-256", x, y, alg: "ES256", use: "sig", kid: signer.kid }]);
    expect(signer.kid).toMatch(/^[\w-]{43}$/);
  });

  it.each<[string, KeysOptions["signingKey"]]>([
    ["a public key", publicKey],
    ["a public key as PEM", publicKey.export({ format: "pem", type: "spki" }).toString()],
    ["a key on another curve", generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey],
    ["an Ed25519 key", generateKeyPairSync("ed25519").privateKey],
    ["an empty text", ""],
    ["a broken PEM", pem.replace("\n", "\nsecret-canary")],
    ["an empty JWK", {}],
  ])("refuses %s, and does not repeat it", (_what, signingKey) => {
    const refused = errorOf(() => createKeys({ signingKey, indexKey }));

    expect(refused).toMatchObject({
      code: "INVALID_OPTION",
      message: "keys.signingKey: must be a private key on P-256",
    });
    expect(refused).not.toHaveProperty("cause");
  });

  it("refuses an index key of less than 32 bytes", () => {
    expect(() => createKeys({ signingKey: pem, indexKey: new Uint8Array(31) })).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: "keys.indexKey" }),
    );
  });
});

describe("a blind index", () => {
  const keys = createKeys({ signingKey: pem, indexKey });

  it("is the same for the same label and value, after a restart too", () => {
    const again = createKeys({ signingKey: pem, indexKey });

    expect(again.blindIndex("subject", "account-1")).toBe(keys.blindIndex("subject", "account-1"));
  });

  it.each([
    ["value", keys.blindIndex("subject", "account-2")],
    ["label", keys.blindIndex("receipt", "account-1")],
    ["key", generateKeys().blindIndex("subject", "account-1")],
  ])("is another for another %s", (_part, other) => {
    expect(other).not.toBe(keys.blindIndex("subject", "account-1"));
  });

  it("does not change when the caller wipes the key that it handed over", () => {
    const handed = Uint8Array.from(indexKey);
    const mine = createKeys({ signingKey: pem, indexKey: handed });
    handed.fill(0);

    expect(mine.blindIndex("subject", "account-1")).toBe(keys.blindIndex("subject", "account-1"));
  });
});

describe("generateKeys", () => {
  it("makes other keys each time", () => {
    expect(generateKeys().signer.kid).not.toBe(generateKeys().signer.kid);
  });
});
