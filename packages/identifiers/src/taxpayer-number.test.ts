import { describe, expect, it } from "vitest";
import { taxpayerNumber } from "./taxpayer-number.ts";

const parts = { regionCode: "", sequence: "" };

describe("taxpayerNumber", () => {
  it.each([
    ["91350100M000100Y43", { ...parts, form: "credit-code", base: "91350100M000100Y43" }],
    ["350100M000100Y4", { ...parts, form: "organisation", regionCode: "350100", base: "M000100Y4" }],
    ["11010519491231002X", { ...parts, form: "resident-id", base: "11010519491231002X" }],
    ["110105491231002", { ...parts, form: "resident-id", base: "110105491231002" }],
    [
      "11010519491231002X01",
      { ...parts, form: "resident-id-and-sequence", base: "11010519491231002X", sequence: "01" },
    ],
    [
      "11010549123100201",
      { ...parts, form: "resident-id-and-sequence", base: "110105491231002", sequence: "01" },
    ],
    [
      "93268219850101001701",
      { ...parts, form: "document-and-sequence", base: "932682198501010017", sequence: "01" },
    ],
    [
      "CAN11008108031001",
      { ...parts, form: "document-and-sequence", base: "CAN110081080310", sequence: "01" },
    ],
    ["H0000000002", { ...parts, form: "document-and-sequence", base: "H00000000", sequence: "02" }],
    ["H000000000101", { ...parts, form: "document-and-sequence", base: "H0000000001", sequence: "01" }],
    ["EA000000001", { ...parts, form: "document-and-sequence", base: "EA0000000", sequence: "01" }],
    ["0000000001", { ...parts, form: "document-and-sequence", base: "00000000", sequence: "01" }],
    ["810000199408230021", { ...parts, form: "resident-id", base: "810000199408230021" }],
  ])("tells of what %s is made", (number, expected) => {
    expect(taxpayerNumber.parse(number)).toEqual({
      valid: true,
      value: number,
      parts: expected,
      findings: [],
    });
  });

  it.each([
    ["", "TAXPAYER_LENGTH", undefined],
    ["1101051949123100", "TAXPAYER_LENGTH", undefined],
    ["91350100M000100Y4*", "TAXPAYER_CHARACTER", [17, 18]],
    ["91110000M000100Y44", "TAXPAYER_CHECK", undefined],
    ["350100M000100Y5", "TAXPAYER_CHECK", undefined],
    ["35010AM000100Y4", "TAXPAYER_CHECK", undefined],
    ["11010519491231002X0A", "TAXPAYER_CHECK", undefined],
    ["11010549133100201", "TAXPAYER_CHECK", undefined],
    ["X000000000101", "TAXPAYER_CHECK", undefined],
    ["H00000000010A", "TAXPAYER_CHECK", undefined],
  ])("tells what is wrong with %j", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(taxpayerNumber.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("reads the printed hyphen of an organisation code behind a region", () => {
    expect(taxpayerNumber.parse("110105D2143569-X")).toEqual({
      valid: true,
      value: "110105D2143569X",
      parts: { form: "organisation", base: "D2143569X", regionCode: "110105", sequence: "" },
      findings: [],
    });
    expect(taxpayerNumber.isValid("110105D2143569-X")).toBe(true);
    expect(taxpayerNumber.parse("110105D2143569-1").findings).toEqual([
      { code: "TAXPAYER_CHECK", severity: "error" },
    ]);
    expect(taxpayerNumber.isValid("110105D214356-9X")).toBe(false);
    expect(taxpayerNumber.isValid("110105194912-31002X")).toBe(false);
    expect(taxpayerNumber.isValid("11010519491231-002X")).toBe(false);
  });

  it.each(["0000000001(B)01", "L91350100M000100Y43"])("does not read %s", (number) => {
    expect(taxpayerNumber.isValid(number, { lenient: true })).toBe(false);
  });

  it("reads lower case and, when lenient, full-width digits and spaces", () => {
    expect(taxpayerNumber.parse("91350100m000100y43")).toMatchObject({ value: "91350100M000100Y43" });
    expect(taxpayerNumber.parse("９1350100 M000100Y43", { lenient: true })).toMatchObject({ valid: true });
  });

  it("judges birth dates by asOf", () => {
    expect(taxpayerNumber.isValid("11010519491231002X", { asOf: "1949-12-30" })).toBe(false);
    expect(taxpayerNumber.isValid("11010519491231002X01", { asOf: "1949-12-31" })).toBe(true);
  });

  it("warns as its base does", () => {
    const unknown = [{ code: "REGION_UNKNOWN", severity: "warning", at: [0, 6] }];
    expect(taxpayerNumber.parse("359999M000100Y4")).toMatchObject({ valid: true, findings: unknown });
    expect(taxpayerNumber.parse("119999491231002")).toMatchObject({ valid: true, findings: unknown });
    expect(taxpayerNumber.parse("91350100M000100Y43", { regions: () => false })).toMatchObject({
      findings: [{ code: "REGION_UNKNOWN", at: [2, 8] }],
    });
  });

  it("masks all but the first and the last character", () => {
    expect(taxpayerNumber.mask("11010519491231002X01")).toBe("1******************1");
  });
});
