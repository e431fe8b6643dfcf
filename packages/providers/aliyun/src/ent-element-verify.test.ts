import { describe, expect, it } from "vitest";
import { entElementVerify } from "./ent-element-verify.ts";
import { readAnswer } from "./read-answer.ts";
import {
  COMPANY,
  COMPANY_WITH_NAME,
  COMPANY_WITH_NUMBER,
  CREDIT_CODE,
  ENTITY_NAME,
  ID_NUMBER,
  NAME,
  seal,
} from "./test-support/checks.ts";

const actions = entElementVerify({ userAuthorization: true });
const [two] = actions;
if (two === undefined) throw new Error("there is no check of two elements");

const read = (Result: object) =>
  readAnswer(two, JSON.stringify({ Code: "Success", Message: "success", Result }), 500_000);
const basis = (code: string) => `aliyun EntElementVerifyV2 Success/${code} (unconfirmed)`;

const ELEMENTS_2 = { LicenseNo: CREDIT_CODE, EntName: ENTITY_NAME };
const ELEMENTS_3 = { ...ELEMENTS_2, LegalPersonName: NAME };
const ELEMENTS_4 = { ...ELEMENTS_3, LegalPersonCertNo: ID_NUMBER };

describe("EntElementVerifyV2", () => {
  it.each([
    ["ENT_2META", COMPANY, ELEMENTS_2],
    ["ENT_3META", COMPANY_WITH_NAME, ELEMENTS_3],
    ["ENT_4META", COMPANY_WITH_NUMBER, ELEMENTS_4],
  ])("sends %s by one action alone, and opens each value once", (InfoVerifyType, company, elements) => {
    const { check, tools, opened } = seal(company);
    const sent = actions.map((action) => action.parameters(check, tools)).filter((one) => one !== undefined);

    expect(sent).toEqual([
      {
        SceneCode: "shiming",
        MerchantBizId: "b1",
        MerchantUserId: "b1",
        UserAuthorization: "1",
        InfoVerifyType,
        ...elements,
      },
    ]);
    expect(new Set(opened).size).toBe(opened.length);
  });

  it("sends what the app says of the authorisation, and its scene", () => {
    const { check, tools } = seal(COMPANY);
    const [action] = entElementVerify({ userAuthorization: false, sceneCode: "merchant_onboarding" });

    expect(action?.parameters(check, tools)).toMatchObject({
      UserAuthorization: "0",
      SceneCode: "merchant_onboarding",
    });
  });

  it.each([
    ["1", "match", "yes"],
    ["2", "mismatch", "yes"],
    ["3", "no-record", "no"],
  ])("reads BizCode %s as %s, charged %s", (BizCode, status, charged) => {
    const charge = { charged, basis: basis(BizCode), ...(charged === "yes" && { costMicros: 500_000 }) };

    expect(read({ BizCode, ReasonCode: "100", Status: "1" })).toEqual({ status, charge });
    expect(read({ BizCode: Number(BizCode) })).toEqual({ status, charge });
  });

  it.each([
    ["LicenseNoFlag", ["credit-code"]],
    ["EntNameFlag", ["entity-name"]],
    [
      "LegalPersonNameFlag,LegalPersonCertNoFlag",
      ["legal-representative-name", "legal-representative-id-number"],
    ],
    ["EntNameFlag, SomethingNew,EntNameFlag", ["entity-name"]],
  ])("says which parts disagree: %s", (ReasonDetail, fields) => {
    expect(read({ BizCode: "2", ReasonDetail })).toMatchObject({ status: "mismatch", fields });
  });

  it.each(["", "SomethingNew", null, 7])("reads ReasonDetail %j as a plain mismatch", (ReasonDetail) => {
    expect(read({ BizCode: "2", ReasonDetail })).not.toHaveProperty("fields");
  });

  it("lets no ReasonDetail turn another result into a mismatch", () => {
    expect(read({ BizCode: "1", ReasonDetail: "EntNameFlag" })).toEqual({
      status: "match",
      charge: { charged: "yes", basis: basis("1"), costMicros: 500_000 },
    });
  });

  it.each(["200", "OK", "success"])("does not take Code %s for success", (Code) => {
    const body = JSON.stringify({ Code, Result: { BizCode: "1" } });

    expect(() => readAnswer(two, body, undefined)).toThrow(
      expect.objectContaining({ code: "RESPONSE_INVALID", vendorCode: Code }),
    );
  });
});
