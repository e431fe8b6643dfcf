import { hash } from "node:crypto";
import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { ID_WRITING, PHONE_WRITING } from "./param-type.ts";
import { ID_NUMBER, NAME, PHONE } from "./test-support/checks.ts";

const md5 = (text: string): string => hash("md5", text);

describe("normal", () => {
  it.each([ID_WRITING, PHONE_WRITING])("writes values as they are", ({ normal }) => {
    assert(
      property(string({ unit: "binary" }), (text) =>
        [normal.name(text), normal.idNumber(text), normal.phone(text)].every((written) => written === text),
      ),
    );
  });
});

describe("md5 of the identity checks", () => {
  it("gives the printed example of the vendor: only the first character of a name is hashed", () => {
    // https://github.com/aliyun/alibabacloud-typescript-sdk, cloudauth-20190307, Id2metaVerifyRequest.
    expect(ID_WRITING.md5.name("张三")).toBe("6499fc7409049355527ef6a2ba5706b8三");
  });

  it("takes a character beyond the basic plane as one", () => {
    expect(ID_WRITING.md5.name("𠮷田")).toBe(`${md5("𠮷")}田`);
  });

  it("hashes the birth date inside the number", () => {
    expect(ID_WRITING.md5.idNumber(ID_NUMBER)).toBe(`110000${md5("19010101")}0001`);
  });
});

describe("md5 of the phone checks", () => {
  it("hashes each value whole, in lower case", () => {
    expect(PHONE_WRITING.md5.name(NAME)).toBe(md5(NAME));
    expect(PHONE_WRITING.md5.idNumber(ID_NUMBER)).toBe(md5(ID_NUMBER));
    expect(PHONE_WRITING.md5.phone(PHONE)).toMatch(/^[0-9a-f]{32}$/);
  });
});
