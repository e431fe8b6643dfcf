import { describe, expect, it } from "vitest";
import { PHONE_VERIFICATION, phoneVerification } from "./phone-verification.ts";
import { readAnswer } from "./read-answer.ts";
import { sealedForTest } from "@shiming/contract-tests";
import { ID_NUMBER, NAME, PHONE, THREE_ELEMENTS } from "./test-support/checks.ts";

const brief = phoneVerification("brief");
const read = (response: object) => readAnswer(brief, JSON.stringify({ Response: response }), undefined);
const charge = (charged: string, code: string) => ({ charged, basis: `tencent PhoneVerification ${code}` });
const invalid = (field: string) => ({
  status: "invalid",
  problems: [{ field, rule: "REJECTED_BY_AUTHORITY" }],
});

describe("PhoneVerification", () => {
  it.each([
    ["brief", "0"],
    ["detailed", "1"],
  ] as const)("sends three elements and the mode, and opens each once: %s", (mode, VerifyMode) => {
    const { check, reveal, opened } = sealedForTest(THREE_ELEMENTS);
    const parameters = { Name: NAME, IdCard: ID_NUMBER, Phone: PHONE, VerifyMode };

    expect(phoneVerification(mode).parameters(check, reveal)).toEqual(parameters);
    expect(opened.toSorted()).toEqual(["id-document-number", "mobile-number", "name"]);
  });

  it("does not take two elements", () => {
    const { check, reveal, opened } = sealedForTest({ kind: "phone", phone: PHONE, name: NAME });

    expect(brief.parameters(check, reveal)).toBeUndefined();
    expect(opened).toEqual([]);
  });

  it.each([
    ["0", { status: "match" }, "yes"],
    ["-4", { status: "mismatch" }, "yes"],
    ["-6", invalid("mobile-number"), "no"],
    ["-7", invalid("id-document-number"), "no"],
    ["-8", invalid("name"), "no"],
    ["-9", { status: "no-record" }, "no"],
  ])("reads %s as %o, charged %s", (Result, answer, charged) => {
    expect(read({ Result })).toEqual({ ...answer, charge: charge(charged, Result) });
  });

  it.each([
    ["-11", "UNAVAILABLE", true],
    ["-12", "DAILY_LIMIT", true],
    ["-13", "REJECTED", false],
  ])("reads %s as %s, free; worth another try: %s", (Result, code, retryable) => {
    expect(() => read({ Result })).toThrow(
      expect.objectContaining({ code, retryable, vendorCode: Result, charge: charge("no", Result) }),
    );
  });

  it.each([
    ["PhoneIdCardMismatch", ["id-document-number"]],
    ["PhoneNameMismatch", ["name"]],
    ["PhoneNameIdCardMismatch", ["name", "id-document-number"]],
    ["NameIdCardMismatch", ["name", "id-document-number"]],
  ])("says which part disagrees: %s", (ResultDetail, fields) => {
    expect(read({ Result: "-4", ResultDetail })).toEqual({
      status: "mismatch",
      fields,
      charge: charge("yes", `-4/${ResultDetail}`),
    });
  });

  it.each(["OtherMismatch", "SomethingNew", "", null])("reads %j as a plain mismatch", (ResultDetail) => {
    expect(read({ Result: "-4", ResultDetail })).toEqual({ status: "mismatch", charge: charge("yes", "-4") });
  });

  it("does not let a detail turn another result into a mismatch", () => {
    expect(read({ Result: "0", ResultDetail: "PhoneNameMismatch" })).toMatchObject({ status: "match" });
  });

  it("has a row for each of the nine codes of the vendor's table", () => {
    expect(PHONE_VERIFICATION.rows.filter(({ code }) => /^-?\d+$/.test(code))).toHaveLength(9);
  });
});
