import { describe, expect, it } from "vitest";
import { ID_CARD_VERIFICATION, idCardVerification } from "./id-card-verification.ts";
import { readAnswer } from "./read-answer.ts";
import { sealedForTest } from "@shiming/contract-tests";
import { ID_NUMBER, NAME, RESIDENT_ID } from "./test-support/checks.ts";

const read = (Result: string) =>
  readAnswer(idCardVerification, JSON.stringify({ Response: { Result, RequestId: "r-1" } }), 1_000_000);
const basis = (code: string) => `tencent IdCardVerification ${code}`;
const invalid = (field: string) => ({
  status: "invalid",
  problems: [{ field, rule: "REJECTED_BY_AUTHORITY" }],
});

describe("IdCardVerification", () => {
  it("sends name and number, and opens each once", () => {
    const { check, reveal, opened } = sealedForTest(RESIDENT_ID);

    expect(idCardVerification.parameters(check, reveal)).toEqual({ Name: NAME, IdCard: ID_NUMBER });
    expect(opened).toEqual(["name", "id-document-number"]);
  });

  it("does not take a check with a validity, and opens nothing of it", () => {
    const { check, reveal, opened } = sealedForTest({
      ...RESIDENT_ID,
      validFrom: "2020-01-01",
      validTo: "long-term",
    });

    expect(idCardVerification.parameters(check, reveal)).toBeUndefined();
    expect(opened).toEqual([]);
  });

  it.each([
    ["0", { status: "match" }, "yes"],
    ["-1", { status: "mismatch" }, "yes"],
    ["-2", invalid("id-document-number"), "no"],
    ["-3", invalid("name"), "no"],
    ["-5", { status: "no-record" }, "no"],
  ])("reads %s as %o, charged %s", (code, answer, charged) => {
    const charge = { charged, basis: basis(code), ...(charged === "yes" && { costMicros: 1_000_000 }) };

    expect(read(code)).toEqual({ ...answer, charge, reference: "r-1" });
  });

  it.each([
    ["-4", "UNAVAILABLE"],
    ["-6", "UNAVAILABLE"],
    ["-7", "DAILY_LIMIT"],
  ])("reads %s as %s, which is free and worth another try", (vendorCode, code) => {
    expect(() => read(vendorCode)).toThrow(
      expect.objectContaining({
        code,
        vendorCode,
        retryable: true,
        charge: { charged: "no", basis: basis(vendorCode) },
      }),
    );
  });

  it("has a row for each of the eight codes of the vendor's table", () => {
    expect(ID_CARD_VERIFICATION.rows.filter(({ code }) => /^-?\d/.test(code))).toHaveLength(8);
  });

  it.each(["-8", "00", ""])("does not guess at a code that is in no table: %j", (code) => {
    expect(() => read(code)).toThrow(
      expect.objectContaining({
        code: "RESPONSE_INVALID",
        charge: expect.objectContaining({ charged: "unknown" }),
      }),
    );
  });
});
