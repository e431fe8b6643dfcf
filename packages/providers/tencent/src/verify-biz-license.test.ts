import { describe, expect, it } from "vitest";
import { readAnswer } from "./read-answer.ts";
import { sealedForTest } from "@shiming/contract-tests";
import {
  COMPANY,
  COMPANY_WITH_PERSON,
  CREDIT_CODE,
  ENTITY_NAME,
  ID_NUMBER,
  NAME,
} from "./test-support/checks.ts";
import { verifyBizLicense2, verifyBizLicense3 } from "./verify-biz-license.ts";

const read = (response: object) =>
  readAnswer(verifyBizLicense2, JSON.stringify({ Response: response }), 500_000);
const basis = (code: string) => `tencent VerifyBizLicenseEnterprise3 ${code}`;

describe("VerifyBizLicenseEnterprise3", () => {
  it("sends two elements as ENT_2META", () => {
    const { check, reveal, opened } = sealedForTest(COMPANY);

    expect(verifyBizLicense2.parameters(check, reveal)).toEqual({
      CreditCode: CREDIT_CODE,
      EntName: ENTITY_NAME,
      VerifyType: "ENT_2META",
    });
    expect(opened).toEqual(["credit-code", "entity-name"]);
    expect(verifyBizLicense3.parameters(check, reveal)).toBeUndefined();
  });

  it("sends three elements as ENT_3META", () => {
    const { check, reveal, opened } = sealedForTest(COMPANY_WITH_PERSON);

    expect(verifyBizLicense3.parameters(check, reveal)).toEqual({
      CreditCode: CREDIT_CODE,
      EntName: ENTITY_NAME,
      LrName: NAME,
      VerifyType: "ENT_3META",
    });
    expect(opened).toEqual(["credit-code", "entity-name", "legal-representative-name"]);
    expect(verifyBizLicense2.parameters(check, reveal)).toBeUndefined();
  });

  it("does not take the ID number of a legal representative", () => {
    const person = { name: NAME, idNumber: ID_NUMBER };
    const { check, reveal, opened } = sealedForTest({ ...COMPANY, legalRepresentative: person });

    expect(verifyBizLicense2.parameters(check, reveal)).toBeUndefined();
    expect(verifyBizLicense3.parameters(check, reveal)).toBeUndefined();
    expect(opened).toEqual([]);
  });

  it.each([
    [{ StatusCode: 0, VerifyResult: 1 }, "match", "0/1"],
    [{ StatusCode: 0, VerifyResult: 0 }, "mismatch", "0/0"],
  ])("reads %o as %s, charged", (response, status, code) => {
    expect(read(response)).toEqual({
      status,
      charge: { charged: "yes", basis: basis(code), costMicros: 500_000 },
    });
  });

  it.each([{ StatusCode: 2 }, { StatusCode: 2, VerifyResult: 0 }, { StatusCode: 2, VerifyResult: null }])(
    "reads %o as no record, free: the second code counts after StatusCode 0 only",
    (response) => {
      expect(read(response)).toEqual({ status: "no-record", charge: { charged: "no", basis: basis("2/") } });
    },
  );

  it("reads StatusCode 1 as a service that failed, free", () => {
    expect(() => read({ StatusCode: 1 })).toThrow(
      expect.objectContaining({ code: "UNAVAILABLE", charge: { charged: "no", basis: basis("1/") } }),
    );
  });

  it.each([{ StatusCode: 0 }, { StatusCode: 0, VerifyResult: 2 }, { StatusCode: "0", VerifyResult: 1 }, {}])(
    "does not guess at %o",
    (response) => {
      expect(() => read(response)).toThrow(expect.objectContaining({ code: "RESPONSE_INVALID" }));
    },
  );
});
