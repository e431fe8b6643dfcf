import { generateKeyPairSync, sign, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toJoseSignature } from "./jose-signature.ts";

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const hex = (value: Uint8Array): string => Buffer.from(value).toString("hex");

describe("toJoseSignature", () => {
  it("takes off the zero byte of a half with a high first bit", () => {
    const half = `80${"11".repeat(31)}`;

    expect(hex(toJoseSignature(bytes(`30460221 00${half}022100${half}`.replace(" ", "")), 32))).toBe(
      half + half,
    );
  });

  it("pads a half that DER has shortened", () => {
    const der = bytes(`3025021e${"22".repeat(30)}020333 4455`.replace(" ", ""));

    expect(hex(toJoseSignature(der, 32))).toBe(`0000${"22".repeat(30)}${"00".repeat(29)}334455`);
  });

  it("gives what node:crypto verifies as that form, whatever the lengths of the halves", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const key = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
    const inputs = Array.from({ length: 1000 }, (_, index) => Buffer.from(`input ${index}`));
    const refused = inputs.filter(
      (input) => !verify("sha256", input, key, toJoseSignature(sign("sha256", input, privateKey), 32)),
    );

    expect(refused).toEqual([]);
  });
});
