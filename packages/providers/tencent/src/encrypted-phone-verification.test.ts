import { createHash } from "node:crypto";
import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { ENCRYPTED_PHONE_VERIFICATION, encryptedPhoneVerification } from "./encrypted-phone-verification.ts";
import { readAnswer } from "./read-answer.ts";
import { chargeOf, invalid } from "./test-support/charges.ts";
import { sealedForTest } from "@shiming/contract-tests";
import { ID_NUMBER, NAME, PHONE, THREE_ELEMENTS } from "./test-support/checks.ts";

const read = (Result: string) =>
  readAnswer(encryptedPhoneVerification("sha256"), JSON.stringify({ Response: { Result } }), undefined);
const charge = chargeOf("EncryptedPhoneVerification");

describe("EncryptedPhoneVerification", () => {
  it("hashes as the vendor's own example does", () => {
    // https://github.com/TencentCloud/tencentcloud-cli tccli/examples/faceid/v20180301/EncryptedPhoneVerification.md
    const { check, reveal } = sealedForTest({ ...THREE_ELEMENTS, name: "张三" });

    expect(encryptedPhoneVerification("md5").parameters(check, reveal)).toMatchObject({
      Name: "615db57aa314529aaa0fbe95b3e95bd3",
      EncryptionMode: "1",
    });
  });

  it.each([
    ["md5", "1"],
    ["sha256", "2"],
    ["sm3", "3"],
  ] as const)("sends %s of each whole value, as mode %s, and opens each once", (digest, EncryptionMode) => {
    const { check, reveal, opened } = sealedForTest(THREE_ELEMENTS);
    const of = (value: string) => createHash(digest).update(value).digest("hex");

    expect(encryptedPhoneVerification(digest).parameters(check, reveal)).toEqual({
      Name: of(NAME),
      IdCard: of(ID_NUMBER),
      Phone: of(PHONE),
      EncryptionMode,
    });
    expect(opened.toSorted()).toEqual(["id-document-number", "mobile-number", "name"]);
  });

  it("sends lower-case hexadecimal of one length, whatever the value", () => {
    assert(
      property(constantFrom("md5", "sha256", "sm3"), string(), (digest, name) => {
        const { check, reveal } = sealedForTest({ ...THREE_ELEMENTS, name });
        const { Name } = encryptedPhoneVerification(digest).parameters(check, reveal) ?? {};

        expect(Name).toMatch(digest === "md5" ? /^[0-9a-f]{32}$/ : /^[0-9a-f]{64}$/);
      }),
    );
  });

  it.each([
    ["0", { status: "match" }, "yes"],
    ["-4", { status: "mismatch" }, "yes"],
    ["-7", invalid("id-document-number"), "no"],
    ["-9", { status: "no-record" }, "no"],
  ])("reads %s as %o, charged %s", (Result, answer, charged) => {
    expect(read(Result)).toEqual({ ...answer, charge: charge(charged, Result) });
  });

  it.each([
    ["-8", "REJECTED", false],
    ["-11", "UNAVAILABLE", true],
  ])("reads %s as %s, free; worth another try: %s", (Result, code, retryable) => {
    expect(() => read(Result)).toThrow(
      expect.objectContaining({ code, retryable, vendorCode: Result, charge: charge("no", Result) }),
    );
  });

  it("has a row for each of the six codes of the vendor's table", () => {
    expect(ENCRYPTED_PHONE_VERIFICATION.rows.filter(({ code }) => /^-?\d/.test(code))).toHaveLength(6);
  });
});
