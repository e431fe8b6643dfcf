import { assert, boolean, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswer } from "./read-answer.ts";
import { chargeOf } from "./test-support/charges.ts";
import { sealedForTest } from "@shiming/contract-tests";
import {
  COMPANY_WITH_ID,
  COMPANY_WITH_PERSON,
  CREDIT_CODE,
  ENTITY_NAME,
  ID_NUMBER,
  NAME,
} from "./test-support/checks.ts";
import { verifyBizLicense4 } from "./verify-biz-license-4.ts";

const AGREED = {
  IsCreditCodeConsistent: true,
  IsEntNameConsistent: true,
  IsLrNameConsistent: true,
  IsIdNumConsistent: true,
};

const read = (response: object) =>
  readAnswer(verifyBizLicense4, JSON.stringify({ Response: response }), undefined);
const readMismatch = (flags: object) => read({ StatusCode: 0, VerifyResult: 0, ...flags });
const charge = chargeOf("VerifyBizLicenseEnterprise4");

describe("VerifyBizLicenseEnterprise4", () => {
  it("sends four elements, and opens each once", () => {
    const { check, reveal, opened } = sealedForTest(COMPANY_WITH_ID);

    expect(verifyBizLicense4.parameters(check, reveal)).toEqual({
      CreditCode: CREDIT_CODE,
      EntName: ENTITY_NAME,
      LrName: NAME,
      IdNum: ID_NUMBER,
    });
    expect(opened.toSorted()).toEqual([
      "credit-code",
      "entity-name",
      "legal-representative-id-number",
      "legal-representative-name",
    ]);
  });

  it("does not take three elements", () => {
    const { check, reveal, opened } = sealedForTest(COMPANY_WITH_PERSON);

    expect(verifyBizLicense4.parameters(check, reveal)).toBeUndefined();
    expect(opened).toEqual([]);
  });

  it("reads a match, charged", () => {
    expect(read({ StatusCode: 0, VerifyResult: 1, ...AGREED })).toEqual({
      status: "match",
      charge: charge("yes", "0/1"),
    });
  });

  it.each([
    ["CreditCode", { IsCreditCodeConsistent: false }, ["credit-code"]],
    ["EntName", { IsEntNameConsistent: false }, ["entity-name"]],
    ["LrName", { IsLrNameConsistent: false }, ["legal-representative-name"]],
    ["IdNum", { IsIdNumConsistent: false }, ["legal-representative-id-number"]],
    [
      "EntName+IdNum",
      { IsEntNameConsistent: false, IsIdNumConsistent: false },
      ["entity-name", "legal-representative-id-number"],
    ],
  ])("says which elements disagree: %s", (code, flags, fields) => {
    expect(readMismatch({ ...AGREED, ...flags })).toEqual({
      status: "mismatch",
      fields,
      charge: charge("yes", `0/0/${code}`),
    });
  });

  it("says nothing of the person when the vendor found neither code nor name", () => {
    const unknown = { ...AGREED, IsCreditCodeConsistent: false, IsEntNameConsistent: false };
    const expected = {
      status: "mismatch",
      fields: ["credit-code", "entity-name"],
      charge: charge("yes", "0/0/CreditCode+EntName"),
    };

    expect(readMismatch({ ...unknown, IsLrNameConsistent: false, IsIdNumConsistent: false })).toEqual(
      expected,
    );
    expect(readMismatch(unknown)).toEqual(expected);
  });

  it.each([{}, AGREED, { IsLrNameConsistent: null }, { IsLrNameConsistent: "false" }])(
    "reads flags of %o as a plain mismatch",
    (flags) => {
      expect(readMismatch(flags)).toEqual({ status: "mismatch", charge: charge("yes", "0/0") });
    },
  );

  it("has a row for whatever the flags say, and never names an element that agrees", () => {
    const flags = record({
      IsCreditCodeConsistent: boolean(),
      IsEntNameConsistent: boolean(),
      IsLrNameConsistent: boolean(),
      IsIdNumConsistent: boolean(),
    });
    assert(
      property(flags, (said) => {
        const answer = readMismatch(said);
        const fields: readonly string[] = answer.status === "mismatch" ? (answer.fields ?? []) : [];

        expect(fields.length > 0).toBe(Object.values(said).includes(false));
        expect(fields.includes("credit-code")).toBe(!said.IsCreditCodeConsistent);
        expect(fields.includes("entity-name")).toBe(!said.IsEntNameConsistent);
        expect(fields.includes("legal-representative-name") && said.IsLrNameConsistent).toBe(false);
        expect(fields.includes("legal-representative-id-number") && said.IsIdNumConsistent).toBe(false);
      }),
    );
  });

  it("does not let a flag decide", () => {
    expect(read({ StatusCode: 0, VerifyResult: 1, IsLrNameConsistent: false }).status).toBe("match");
  });

  it("reads StatusCode 1 as a service that failed, free", () => {
    expect(() => read({ StatusCode: 1 })).toThrow(
      expect.objectContaining({ code: "UNAVAILABLE", charge: charge("no", "1/") }),
    );
  });

  it.each([{ StatusCode: 2 }, { StatusCode: 0 }, { StatusCode: 0, VerifyResult: 2 }, {}])(
    "does not guess at %o",
    (response) => {
      expect(() => read(response)).toThrow(expect.objectContaining({ code: "RESPONSE_INVALID" }));
    },
  );
});
