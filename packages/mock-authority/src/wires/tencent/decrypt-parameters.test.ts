import { constants, createCipheriv, createPublicKey, publicEncrypt } from "node:crypto";
import { assert, jsonValue, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Parameter } from "./action.ts";
import { decryptParameters } from "./decrypt-parameters.ts";
import { encryptionPublicKey } from "./encryption-key.ts";

const TABLE: Readonly<Record<string, Parameter>> = {
  Name: { kind: "text", encryptable: true },
  IdCard: { kind: "text", encryptable: true },
  ValidityBegin: { kind: "text" },
  Encryption: { kind: "encryption" },
};

const FLAT: Readonly<Record<string, Parameter>> = {
  Name: { kind: "text", encryptable: true },
  CiphertextBlob: { kind: "encryption" },
  EncryptList: { kind: "encryption" },
  Iv: { kind: "encryption" },
};

const KEY = Buffer.alloc(32, 7);
const IV = Buffer.alloc(16, 9);
const wrap = (key: Uint8Array): string => {
  const publicKey = createPublicKey(Buffer.from(encryptionPublicKey, "base64").toString());
  return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, key).toString("base64");
};

function close(value: string, key = KEY): string {
  const cipher = createCipheriv("aes-256-cbc", key, IV);
  return cipher.update(value, "utf8", "base64") + cipher.final("base64");
}

const HOW = { EncryptList: ["Name"], CiphertextBlob: wrap(KEY), Iv: IV.toString("base64") };
const decryptWith = (change: object, Name: unknown = close("某一一")) =>
  decryptParameters({ Name, IdCard: "plain", Encryption: { ...HOW, ...change } }, TABLE);

describe("decryptParameters", () => {
  it("leaves parameters alone that say nothing of encryption", () => {
    const given = { Name: "某一一", Unknown: 1 };
    expect(decryptParameters(given, TABLE)).toEqual({ kind: "decrypted", given });
  });

  it("opens what is listed and leaves the rest", () => {
    const given = { Name: "某一一", IdCard: "plain" };
    expect(decryptWith({})).toEqual({ kind: "decrypted", given });
    expect(decryptWith({ Algorithm: "AES-256-CBC", TagList: [] })).toEqual({ kind: "decrypted", given });
  });

  it("opens what is told beside the parameters", () => {
    const opened = decryptParameters({ Name: close("某一一"), ...HOW }, FLAT);
    expect(opened).toEqual({ kind: "decrypted", given: { Name: "某一一" } });
  });

  it("opens any text", () => {
    assert(
      property(string({ unit: "grapheme" }), (text) => {
        const opened = decryptWith({}, close(text));
        expect(opened).toMatchObject({ given: { Name: Buffer.from(text).toString() } });
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ["SM4-GCM", { Algorithm: "SM4-GCM" }],
    ["no list", { EncryptList: undefined }],
    ["a list of numbers", { EncryptList: [1] }],
    ["a listed parameter that is not encrypted", { EncryptList: ["Name", "IdCard"] }],
    ["no IV", { Iv: undefined }],
    ["an IV of another length", { Iv: IV.subarray(1).toString("base64") }],
    ["an IV that is not base64", { Iv: "aabbccddeeffgghh!" }],
    ["no key", { CiphertextBlob: undefined }],
    ["a key under another RSA key", { CiphertextBlob: Buffer.alloc(256, 1).toString("base64") }],
    ["a key of another length", { CiphertextBlob: wrap(KEY.subarray(1)) }],
    ["another key", { CiphertextBlob: wrap(Buffer.alloc(32, 8)) }],
  ])("refuses %s", (_what, change) => {
    expect(decryptWith(change)).toMatchObject({ code: "FailedOperation.DecryptSystemError" });
  });

  it.each([undefined, 7, "", "某一一", close("某一一").slice(0, 12)])("refuses the value %j", (value) => {
    expect(decryptWith({}, value ?? null)).toMatchObject({ code: "FailedOperation.DecryptSystemError" });
  });

  it.each([["ValidityBegin"], ["Encryption"], ["__proto__"], ["Nothing"]])(
    "does not take %s encrypted",
    (name) => {
      const answer = decryptWith({ EncryptList: [name] });
      expect(answer).toMatchObject({ code: "InvalidParameter.UnsupportEncryptField" });
    },
  );

  it("answers or refuses, whatever comes", () => {
    assert(
      property(jsonValue(), jsonValue(), (how, value) => {
        const answer = decryptParameters({ Name: value, Encryption: how }, TABLE);
        expect(["decrypted", "error"]).toContain(answer.kind);
      }),
    );
  });
});
