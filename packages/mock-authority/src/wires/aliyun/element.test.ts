import { describe, expect, it } from "vitest";
import { ID_ELEMENTS, PHONE_ELEMENTS } from "./element.ts";

describe("the elements of a person", () => {
  it("are written in md5 as the vendor's printed example has it", () => {
    // https://github.com/aliyun/alibabacloud-typescript-sdk, cloudauth-20190307, Id2metaVerifyRequest.
    const written = ID_ELEMENTS.md5.UserName.written("张三");
    expect(written).toBe("6499fc7409049355527ef6a2ba5706b8三");
    expect(ID_ELEMENTS.md5.UserName.isWellFormed(written)).toBe(true);
  });

  it.each([
    [ID_ELEMENTS.normal, { UserName: "某一一", IdentifyNum: "110000190101010001", Mobile: "16400000001" }],
    [ID_ELEMENTS.md5, { UserName: "𠮷田", IdentifyNum: "11000019010101001X", Mobile: "16400000001" }],
    [PHONE_ELEMENTS.md5, { UserName: "某一一", IdentifyNum: "110000190101010001", Mobile: "16400000001" }],
  ])("are well-formed when written from a record", (elements, { UserName, IdentifyNum, Mobile }) => {
    expect(elements.UserName.isWellFormed(elements.UserName.written(UserName))).toBe(true);
    expect(elements.IdentifyNum.isWellFormed(elements.IdentifyNum.written(IdentifyNum))).toBe(true);
    expect(elements.Mobile.isWellFormed(elements.Mobile.written(Mobile))).toBe(true);
  });

  it.each([
    ["UserName", "某1"],
    ["UserName", ""],
    ["IdentifyNum", "110000190101010002"],
    ["Mobile", "1640000000"],
  ] as const)("in the clear are refused when malformed: %s %j", (name, value) => {
    expect(ID_ELEMENTS.normal[name].isWellFormed(value)).toBe(false);
    expect(PHONE_ELEMENTS.md5[name].isWellFormed(value)).toBe(false);
  });
});
