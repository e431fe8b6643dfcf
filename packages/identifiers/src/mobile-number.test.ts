import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mobileNumber } from "./mobile-number.ts";

const NUMBER = "13800138000";

const numbers = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, "0")}`);

describe("mobileNumber", () => {
  it.each([
    NUMBER,
    "+8613800138000",
    "008613800138000",
    "8613800138000",
    "013800138000",
    "138 0013 8000",
    "138-0013-8000",
    "+86 138 0013 8000",
    "+86-138-0013-8000",
    "tel:+86-138-0013-8000",
    "TEL:13800138000",
    "(+86)13800138000",
    "(86)138 0013 8000",
    "（86）13800138000",
    "+86 (0)138 0013 8000",
    "+86 013800138000",
    "0086 0138 0013 8000",
    "86 (0) 138-0013-8000",
    "086 13800138000",
    "138.0013.8000",
    "138．0013．8000",
    "(138) 0013-8000",
    "138\r\n0013\u20288000",
    "\u00a0138\u30000013\u20118000",
  ])("reads %j as the bare number without a word", (input) => {
    expect(mobileNumber.parse(input)).toMatchObject({ valid: true, value: NUMBER, findings: [] });
  });

  it.each([
    ["１38００138000", "CHARACTER_FULL_WIDTH", [0, 1]],
    ["１38００138000", "CHARACTER_FULL_WIDTH", [3, 4]],
    ["１38００138000", "CHARACTER_FULL_WIDTH", [4, 5]],
    ["＋8613800138000", "CHARACTER_FULL_WIDTH", [0, 1]],
    ["\u202d13800138000\u202c", "CHARACTER_INVISIBLE", [0, 1]],
    ["138\u200b00138000", "CHARACTER_INVISIBLE", [3, 4]],
  ])("reads %j with a warning", (input, code, at) => {
    const parsed = mobileNumber.parse(input);
    expect(parsed).toMatchObject({ valid: true, value: NUMBER });
    expect(parsed.findings).toContainEqual({ code, severity: "warning", at });
  });

  it("reads every writing of a number as the same number", () => {
    const prefixes = fc.constantFrom(
      "",
      "+86",
      "0086",
      "86",
      "086",
      "0",
      "tel:",
      "tel:+86",
      "(+86)",
      "+86(0)",
      "860",
    );
    fc.assert(
      fc.property(
        numbers,
        prefixes,
        fc.constantFrom("", " ", "-", ".", "\u200e"),
        (number, prefix, joint) => {
          const written = [prefix, number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(joint);
          expect(mobileNumber.parse(written)).toMatchObject({ valid: true, value: number });
        },
      ),
    );
  });

  it.each([
    ["", "MOBILE_LENGTH", undefined],
    ["1380013800", "MOBILE_LENGTH", undefined],
    ["138001380000", "MOBILE_LENGTH", undefined],
    ["1".repeat(1_000_000), "MOBILE_LENGTH", undefined],
    ["1380013800A", "MOBILE_CHARACTER", [10, 11]],
    ["+86 1380013800A", "MOBILE_CHARACTER", [14, 15]],
    ["12800138000", "MOBILE_PREFIX", [0, 2]],
    ["23800138000", "MOBILE_PREFIX", [0, 2]],
    ["+86 92800138000", "MOBILE_PREFIX", [4, 6]],
    ["+85261234567", "MOBILE_COUNTRY", [0, 12]],
    ["0085261234567", "MOBILE_COUNTRY", [0, 13]],
    ["tel:+1", "MOBILE_COUNTRY", [4, 6]],
    ["1380012345678", "MOBILE_LENGTH", undefined],
    ["1070012345678", "MOBILE_LENGTH", undefined],
    ["106481234567", "MOBILE_LENGTH", undefined],
    ["14300123456789", "MOBILE_LENGTH", undefined],
    ["14300123456A8", "MOBILE_CHARACTER", [11, 12]],
  ])("tells what is wrong with %#, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(mobileNumber.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("names the segment and its original carrier", () => {
    expect(mobileNumber.parse(NUMBER)).toMatchObject({
      parts: {
        segment: "138",
        class: "mobile",
        originalCarrier: "china-mobile",
        virtual: false,
        assigned: true,
      },
    });
    expect(mobileNumber.parse("17031234567")).toMatchObject({
      parts: { segment: "1703", originalCarrier: "china-mobile", virtual: true },
    });
  });

  it.each([
    ["148", "unknown"],
    ["154", "unknown"],
    ["161", "unknown"],
    ["174", "unknown"],
    ["160", false],
    ["179", false],
    ["194", false],
  ])(
    "accepts the segment %s, of no known carrier, with a warning, and calls it assigned: %s",
    (segment, assigned) => {
      const warning = { code: "MOBILE_SEGMENT_UNASSIGNED", severity: "warning", at: [4, 7] };
      expect(mobileNumber.parse(`+86 ${segment}52345678`)).toEqual({
        valid: true,
        value: `${segment}52345678`,
        parts: { segment, class: "mobile", originalCarrier: "unknown", virtual: false, assigned },
        findings: [warning],
      });
    },
  );

  it.each([
    ["14912345678", "china-telecom", "mobile"],
    ["16101234567", "china-broadnet", "mobile"],
    ["17401234567", "china-telecom", "satellite"],
    ["17491234567", "unknown", "satellite"],
    ["17412123456", "unknown", "emergency"],
  ])(
    "says nothing of %s, in use by some sources, but that it is not sure",
    (number, originalCarrier, use) => {
      expect(mobileNumber.parse(number)).toMatchObject({
        parts: { originalCarrier, class: use, assigned: "unknown" },
        findings: [],
      });
    },
  );

  it.each([
    ["1064812345678", "1064", "machine", "unknown"],
    ["1440012345678", "1440", "iot", "china-mobile"],
    ["+86 148 0012345678", "148", "iot", "china-mobile"],
    ["1461234567890", "146", "iot", "china-unicom"],
    ["1410123456789", "1410", "iot", "china-telecom"],
    ["1441123456789", "1441", "iot", "unknown"],
  ])("reads %s as the number of a machine, with a warning", (input, ...expected) => {
    const [segment, use, originalCarrier] = expected;
    expect(mobileNumber.parse(input)).toMatchObject({
      valid: true,
      value: input.replaceAll(/\+86| /g, ""),
      parts: { segment, class: use, originalCarrier, virtual: false },
      findings: [{ code: "MOBILE_IOT", severity: "warning" }],
    });
  });

  it.each([
    ["1430012345678", "143", "iot"],
    ["1442012345678", "144", "iot"],
    ["1069012345678", "106", "machine"],
  ])("accepts %s, of a machine in a segment that is not listed, with two warnings", (input, segment, use) => {
    expect(mobileNumber.parse(`+86 ${input}`)).toEqual({
      valid: true,
      value: input,
      parts: { segment, class: use, originalCarrier: "unknown", virtual: false, assigned: false },
      findings: [
        { code: "MOBILE_IOT", severity: "warning" },
        { code: "MOBILE_SEGMENT_UNASSIGNED", severity: "warning", at: [4, 7] },
      ],
    });
  });

  it("masks the middle of a machine's number", () => {
    expect(mobileNumber.mask("1440012345678")).toBe("144******5678");
  });

  it("masks the middle four digits", () => {
    expect(mobileNumber.mask("+86 138 1234 8888")).toBe("138****8888");
    expect(mobileNumber.mask("+852 6123 4567")).toBe("**************");
  });
});
