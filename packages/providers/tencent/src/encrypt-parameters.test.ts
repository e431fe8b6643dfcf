import {
  constants,
  createDecipheriv,
  createHash,
  generateKeyPairSync,
  privateDecrypt,
  randomBytes,
} from "node:crypto";
import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { encryptParameters, toPublicKey, type EncryptionForm } from "./encrypt-parameters.ts";
import { ID_NUMBER, NAME } from "./test-support/checks.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

const form: EncryptionForm = { parameters: ["Name", "IdCard"], place: "Encryption" };
const parameters = { Name: NAME, IdCard: ID_NUMBER, ValidityBegin: "20200101" };
const counting = (size: number) => new Uint8Array(size).map((_, index) => index);

interface Needed {
  readonly EncryptList: readonly string[];
  readonly CiphertextBlob: string;
  readonly Iv: string;
}

/** What the vendor does with a request. The members are named as they are on the wire. */
function open(body: Readonly<Record<string, unknown>>, needed: Needed): Record<string, string> {
  const wrapped = Buffer.from(needed.CiphertextBlob, "base64");
  const key = privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, wrapped);
  const opened = needed.EncryptList.map((name) => {
    const decipher = createDecipheriv("aes-256-cbc", key, Buffer.from(needed.Iv, "base64"));
    return [name, decipher.update(String(body[name]), "base64", "utf8") + decipher.final("utf8")];
  });
  return Object.fromEntries(opened) as Record<string, string>;
}

function encryptNested(values: Readonly<Record<string, string>>, random = counting) {
  const body = encryptParameters(values, form, { publicKey, random });
  // The place that the form names.
  return { body, needed: body["Encryption"] as Needed & { Algorithm: string } };
}

describe("encryptParameters", () => {
  it("encrypts what the action takes encrypted, and nothing else", () => {
    const { body, needed } = encryptNested(parameters);

    expect(open(body, needed)).toEqual({ Name: NAME, IdCard: ID_NUMBER });
    expect(body["ValidityBegin"]).toBe("20200101");
    expect(needed).toEqual({
      EncryptList: ["Name", "IdCard"],
      CiphertextBlob: expect.any(String),
      Iv: "AAECAwQFBgcICQoLDA0ODw==",
      Algorithm: "AES-256-CBC",
    });
  });

  it("does not list a parameter that is not there", () => {
    expect(encryptNested({ Name: NAME }).needed.EncryptList).toEqual(["Name"]);
  });

  it("puts what is needed beside the parameters where the action wants it so", () => {
    const flat = { ...form, place: "top-level" } as const;
    const body = encryptParameters(parameters, flat, { publicKey, random: counting });

    expect(Object.keys(body).toSorted()).toEqual(
      ["CiphertextBlob", "EncryptList", "IdCard", "Iv", "Name", "ValidityBegin"].toSorted(),
    );
    // The members were just counted.
    expect(open(body, body as unknown as Needed)).toEqual({ Name: NAME, IdCard: ID_NUMBER });
  });

  it("pads as PKCS#7 does: AES-256-CBC of a known key, IV and text", () => {
    // Computed with openssl enc -aes-256-cbc -K 00..1f -iv 00..0f
    const { body } = encryptNested({ IdCard: ID_NUMBER });
    expect(body["IdCard"]).toBe("eaX57q551oz0Dn5DbqdmhkD5sssVAB/vMRKg45Aw7no=");
  });

  it("makes a key and an IV for each request alone", () => {
    const sizes: number[] = [];
    const random = (size: number) => {
      sizes.push(size);
      return randomBytes(size);
    };
    const bodies = [encryptNested(parameters, random).body, encryptNested(parameters, random).body];
    const digests = bodies.map(({ Name }) => createHash("sha256").update(String(Name)).digest("hex"));

    expect(new Set(digests).size).toBe(2);
    expect(sizes).toEqual([32, 16, 32, 16]);
  });

  it("gives back any text, and shows none of it", () => {
    assert(
      property(string({ minLength: 2, unit: "grapheme" }), (Name) => {
        const { body, needed } = encryptNested({ Name });

        expect(open(body, needed)["Name"]).toBe(Buffer.from(Name).toString());
        expect(body["Name"]).not.toBe(Name);
      }),
    );
  });
});

describe("toPublicKey", () => {
  const pkcs1 = publicKey.export({ type: "pkcs1", format: "pem" }).toString();
  const spki = publicKey.export({ type: "spki", format: "pem" }).toString();

  it.each([
    ["PKCS#1 PEM", pkcs1],
    ["SPKI PEM", spki],
    ["base64 of PKCS#1 PEM, as the console shows it", Buffer.from(pkcs1).toString("base64")],
    ["base64 of SPKI PEM", Buffer.from(spki).toString("base64")],
  ])("reads %s", (_form, text) => {
    expect(toPublicKey(text, "encryption.publicKey").equals(publicKey)).toBe(true);
  });

  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;

  it.each([
    ["nothing", undefined],
    ["an empty text", ""],
    ["another text", "not a key"],
    ["a private key", privateKey.export({ type: "pkcs8", format: "pem" }).toString()],
    ["a key of another kind", ec.export({ type: "spki", format: "pem" }).toString()],
    ["half a key", pkcs1.slice(0, 120)],
    ["a broken key", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"],
  ])("refuses %s, and repeats nothing of it", (_what, text) => {
    expect(() => toPublicKey(text, "encryption.publicKey")).toThrow(
      expect.objectContaining({
        code: "INVALID_OPTION",
        path: "encryption.publicKey",
        message: expect.not.stringContaining("BEGIN"),
      }),
    );
  });
});
