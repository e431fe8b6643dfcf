import { describe, expect, it } from "vitest";
import { parseJsonObject } from "./json-object.ts";

const parse = (text: string) => parseJsonObject(Buffer.from(text));

describe("parseJsonObject", () => {
  it("reads an object, null members included", () => {
    expect(parse('{"a":1,"b":null}')).toEqual({ a: 1, b: null });
  });

  it("takes __proto__ for a member like any other", () => {
    expect(Object.keys(parse('{"__proto__":1}') ?? {})).toEqual(["__proto__"]);
  });

  it.each(["", "{", "[]", "null", "1", '"{}"'])("does not read %j", (text) => {
    expect(parse(text)).toBeUndefined();
  });

  it("does not read what is not UTF-8", () => {
    expect(parseJsonObject(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeUndefined();
  });
});
