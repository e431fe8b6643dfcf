import { describe, expect, it } from "vitest";
import {
  MOBILE_2_META_VERIFY,
  MOBILE_3_META_DETAIL_VERIFY,
  MOBILE_3_META_SIMPLE_VERIFY,
  mobile2MetaVerify,
  mobile3MetaVerify,
} from "./mobile-meta-verify.ts";
import { PHONE_WRITING } from "./param-type.ts";
import { readAnswer } from "./read-answer.ts";
import { ID_NUMBER, NAME, PHONE, seal, THREE_ELEMENTS, TWO_ELEMENTS } from "./test-support/checks.ts";

const two = mobile2MetaVerify("normal");
const brief = mobile3MetaVerify("normal", "brief");
const detailed = mobile3MetaVerify("normal", "detailed");

const read = (action: typeof two, ResultObject: object) =>
  readAnswer(action, JSON.stringify({ Code: "200", ResultObject }), undefined);
const charge = (charged: string, basis: string) => ({ charged, basis: `aliyun ${basis} (unconfirmed)` });

describe("the phone checks", () => {
  it.each(["normal", "md5"] as const)("send their elements as %s, and open each once", (paramType) => {
    const { phone, name, idNumber } = PHONE_WRITING[paramType];
    const sent = { ParamType: paramType, Mobile: phone(PHONE), UserName: name(NAME) };
    const [twice, thrice] = [seal(TWO_ELEMENTS), seal(THREE_ELEMENTS)];

    expect(mobile2MetaVerify(paramType).parameters(twice.check, twice.tools)).toEqual(sent);
    expect(twice.opened).toEqual(["mobile-number", "name"]);
    expect(mobile3MetaVerify(paramType, "brief").parameters(thrice.check, thrice.tools)).toEqual({
      ...sent,
      IdentifyNum: idNumber(ID_NUMBER),
    });
    expect(thrice.opened.toSorted()).toEqual(["id-document-number", "mobile-number", "name"]);
  });

  it("take no more and no fewer elements than theirs", () => {
    const [twice, thrice] = [seal(TWO_ELEMENTS), seal(THREE_ELEMENTS)];

    expect(two.parameters(thrice.check, thrice.tools)).toBeUndefined();
    expect(brief.parameters(twice.check, twice.tools)).toBeUndefined();
    expect([twice.opened, thrice.opened]).toEqual([[], []]);
  });

  it("name the action of the mode", () => {
    expect(brief.table).toBe(MOBILE_3_META_SIMPLE_VERIFY);
    expect(detailed.table).toBe(MOBILE_3_META_DETAIL_VERIFY);
  });

  it.each([
    [two, "Mobile2MetaVerify"],
    [brief, "Mobile3MetaSimpleVerify"],
    [detailed, "Mobile3MetaDetailVerify"],
  ])("read 1, 2 and 3 alike", (action, name) => {
    expect(read(action, { BizCode: "1", IspName: "CMCC" })).toEqual({
      status: "match",
      charge: charge("yes", `${name} 200/1`),
    });
    expect(read(action, { BizCode: 2 })).toEqual({
      status: "mismatch",
      charge: charge("yes", `${name} 200/2`),
    });
    expect(read(action, { BizCode: "3" })).toEqual({
      status: "no-record",
      charge: charge("no", `${name} 200/3`),
    });
  });

  it("do not take a number segment the vendor does not support", () => {
    for (const table of [MOBILE_2_META_VERIFY, MOBILE_3_META_SIMPLE_VERIFY, MOBILE_3_META_DETAIL_VERIFY]) {
      expect(() => table.answer("405")).toThrow(expect.objectContaining({ code: "REJECTED" }));
    }
  });
});

describe("the detailed action", () => {
  it.each([
    ["201", ["name", "id-document-number"]],
    ["202", ["id-document-number"]],
    ["203", ["name"]],
  ])("says with SubCode %s which part disagrees: %j", (SubCode, fields) => {
    expect(read(detailed, { BizCode: "2", SubCode })).toEqual({
      status: "mismatch",
      fields,
      charge: charge("yes", `Mobile3MetaDetailVerify 200/2/${SubCode}`),
    });
    expect(read(detailed, { BizCode: 2, SubCode: Number(SubCode) })).toMatchObject({ fields });
  });

  it.each(["204", "999", "", null, {}])("reads SubCode %j as a plain mismatch", (SubCode) => {
    expect(read(detailed, { BizCode: "2", SubCode })).toEqual({
      status: "mismatch",
      charge: charge("yes", "Mobile3MetaDetailVerify 200/2"),
    });
  });

  it("lets no SubCode decide: BizCode does", () => {
    expect(read(detailed, { BizCode: "1", SubCode: "203" })).toMatchObject({ status: "match" });
    expect(read(detailed, { BizCode: "3", SubCode: "101" })).toMatchObject({ status: "no-record" });
  });
});
