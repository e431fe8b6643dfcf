import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readPublicKey } from "./public-key.ts";
import { CURRENT, EDWARDS, publicKeyOf } from "../test-support/keys.ts";

const { publicJwk } = CURRENT;
const publicJwkOf = (namedCurve: string) =>
  generateKeyPairSync("ec", { namedCurve }).publicKey.export({ format: "jwk" });

describe("readPublicKey", () => {
  it.each([CURRENT, EDWARDS])("reads a public key for $alg", (key) => {
    const read = readPublicKey(key.publicJwk);

    expect(read?.[0]).toBe(key.kid);
    expect(read?.[1].equals(publicKeyOf(key))).toBe(true);
  });

  it("needs no more than the key and its id", () => {
    const { kty, crv, x, y, kid } = publicJwk;

    expect(readPublicKey({ kty, crv, x, y, kid })).toBeDefined();
  });

  it.each([
    ["a symmetric key", { kty: "oct", kid: "current", k: "c2VjcmV0" }],
    [
      "a symmetric key that says it is for ES256",
      { kty: "oct", kid: "current", k: "c2VjcmV0", alg: "ES256" },
    ],
    ["a private key", { ...publicJwk, d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI" }],
    ["an RSA key", { kty: "RSA", kid: "current", n: "AQAB", e: "AQAB" }],
    ["a key for encryption", { ...publicJwk, use: "enc" }],
    ["a key that may not verify", { ...publicJwk, key_ops: ["sign"] }],
    ["a key for another algorithm", { ...publicJwk, alg: "HS256" }],
    ["a key on another curve", { ...publicJwkOf("P-384"), kid: "current" }],
    ["a key on Bitcoin's curve", { ...publicJwkOf("secp256k1"), kid: "current" }],
    ["a key of the curve X25519", { ...EDWARDS.publicJwk, crv: "X25519" }],
    ["a point that is not on the curve", { ...publicJwk, y: publicJwk["x"] }],
    ["a key without an id", { ...publicJwk, kid: undefined }],
    ["a key with an empty id", { ...publicJwk, kid: "" }],
    ["a string", "current"],
    ["nothing", null],
  ])("leaves out %s", (_which, jwk) => {
    expect(readPublicKey(jwk)).toBeUndefined();
  });
});
