import { describe, expect, it } from "vitest";
import { ID2_META_VERIFY, id2MetaVerify } from "./id2-meta-verify.ts";
import { ID_WRITING } from "./param-type.ts";
import { readAnswer } from "./read-answer.ts";
import { ID_NUMBER, NAME, RESIDENT_ID, seal } from "./test-support/checks.ts";

const action = id2MetaVerify("normal");
const read = (answer: object) =>
  readAnswer(action, JSON.stringify({ RequestId: "r-1", ...answer }), 1_000_000);
const readBizCode = (BizCode: unknown) =>
  read({ Code: "200", Message: "success", ResultObject: { BizCode } });
const basis = (code: string) => `aliyun Id2MetaVerify ${code}`;

describe("Id2MetaVerify", () => {
  it.each(["normal", "md5"] as const)("sends name and number as %s, and opens each once", (paramType) => {
    const { check, tools, opened } = seal(RESIDENT_ID);

    expect(id2MetaVerify(paramType).parameters(check, tools)).toEqual({
      ParamType: paramType,
      IdentifyNum: ID_WRITING[paramType].idNumber(ID_NUMBER),
      UserName: ID_WRITING[paramType].name(NAME),
    });
    expect(opened.toSorted()).toEqual(["id-document-number", "name"]);
  });

  it("does not take a check with a validity, and opens nothing of it", () => {
    const { check, tools, opened } = seal({ ...RESIDENT_ID, validFrom: "2020-01-01", validTo: "long-term" });

    expect(action.parameters(check, tools)).toBeUndefined();
    expect(opened).toEqual([]);
  });

  it.each([
    ["1", "match", "yes"],
    ["2", "mismatch", "yes"],
    ["3", "no-record", "no"],
  ])(
    "reads BizCode %s, as text or number, as %s, charged %s; the basis says unconfirmed",
    (code, status, charged) => {
      const due = {
        status,
        charge: {
          charged,
          basis: `${basis(`200/${code}`)} (unconfirmed)`,
          ...(charged === "yes" && { costMicros: 1_000_000 }),
        },
        reference: "r-1",
      };

      expect(readBizCode(code)).toEqual(due);
      expect(readBizCode(Number(code))).toEqual(due);
      expect(read({ Code: 200, ResultObject: { BizCode: Number(code) } })).toEqual(due);
    },
  );

  it.each([
    ["400", "REJECTED", false],
    ["401", "REJECTED", false],
    ["402", "UNAVAILABLE", true],
    ["403", "THROTTLED", true],
    ["410", "MISCONFIGURED", false],
    ["411", "MISCONFIGURED", false],
    ["412", "MISCONFIGURED", false],
    ["500", "UNAVAILABLE", true],
  ])("reads Code %s as %s, free; worth another try: %s", (vendorCode, code, retryable) => {
    const due = { code, retryable, vendorCode, charge: { charged: "no", basis: basis(vendorCode) } };

    expect(() => read({ Code: vendorCode })).toThrow(expect.objectContaining(due));
    expect(() => read({ Code: Number(vendorCode) })).toThrow(expect.objectContaining(due));
  });

  it("does not read a result beside a Code that says there is none", () => {
    expect(() => read({ Code: "402", ResultObject: { BizCode: "1" } })).toThrow(
      expect.objectContaining({ code: "UNAVAILABLE" }),
    );
  });

  it("has the whole of the vendor's two tables", () => {
    const own = ID2_META_VERIFY.rows.map(({ code }) => code).filter((code) => /^\d/.test(code));

    expect(own).toEqual(["200/1", "200/2", "200/3", "400", "401", "402", "403", "410", "411", "412", "500"]);
  });

  it.each(["0", "4", "01", "", "1/101", null, undefined, 1.5])("does not guess at BizCode %j", (BizCode) => {
    expect(() => readBizCode(BizCode)).toThrow(
      expect.objectContaining({
        code: "RESPONSE_INVALID",
        charge: expect.objectContaining({ charged: "unknown" }),
      }),
    );
  });
});
