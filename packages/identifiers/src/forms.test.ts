import { describe, expect, it } from "vitest";
import { formCheck, formOf } from "./forms.ts";

const FORMS = ["A##", "AB#", "&%*@", "#(@)"];
const check = formCheck(FORMS, "PASSPORT_LENGTH", "PASSPORT_CHARACTER");

describe("formOf", () => {
  it.each([
    ["A12", "A##"],
    ["a12", "A##"],
    ["AB1", "AB#"],
    ["ab1", "AB#"],
    ["z9ai", "&%*@"],
    ["0xZO", "&%*@"],
    ["1(z)", "#(@)"],
  ])("finds %s to be of the form %s", (text, form) => {
    expect(formOf(text, FORMS)).toBe(form);
  });

  it.each(["", "A1", "A123", "B12", "AC1", "0aaa", "00Ia", "00oa", "00a1", "1[z]", "1(1)", "１(z)", "A１2"])(
    "finds %j to be of none",
    (text) => {
      expect(formOf(text, FORMS)).toBeUndefined();
    },
  );
});

describe("formCheck", () => {
  it("lets a text of a form pass", () => {
    expect(check("A12")).toBeUndefined();
  });

  it("reports a length that no form has", () => {
    expect(check("A1234")).toEqual({ code: "PASSPORT_LENGTH" });
  });

  it.each([
    ["B12", [0, 1]],
    ["AC1", [1, 2]],
    ["ABC", [2, 3]],
    ["A1x", [2, 3]],
  ])("places the fault of %s where the form that fits longest ends", (text, at) => {
    const fault = check(text);
    expect(fault?.code).toBe("PASSPORT_CHARACTER");
    expect(fault?.at?.(text)).toEqual(at);
  });
});
