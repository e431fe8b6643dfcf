import { describe, expect, it } from "vitest";
import { detect } from "./detect.ts";
import { passport } from "./passport.ts";

describe("passport", () => {
  it.each([
    ["E00000000", "ordinary"],
    ["EA0000000", "ordinary"],
    ["EZ0000000", "ordinary"],
    ["G00000000", "ordinary"],
    ["140000000", "ordinary"],
    ["150000000", "ordinary"],
    ["PE0000000", "public-affairs"],
    ["P0000000", "public-affairs"],
    ["SE0000000", "service"],
    ["S0000000", "service"],
    ["S00000000", "service"],
    ["DE0000000", "diplomatic"],
    ["D0000000", "diplomatic"],
    ["D00000000", "diplomatic"],
    ["K00000000", "hong-kong"],
    ["KJ0000000", "hong-kong"],
    ["MA0000000", "macau"],
    ["MB0000000", "macau"],
  ])("reads %s as one of the family %s, in either case", (number, family) => {
    expect(passport.parse(number)).toEqual({ valid: true, value: number, parts: { family }, findings: [] });
    expect(passport.parse(number.toLowerCase())).toMatchObject({ value: number, parts: { family } });
  });

  it.each([
    ["", "PASSPORT_LENGTH", undefined],
    ["E0000000", "PASSPORT_CHARACTER", [0, 1]],
    ["E000000000", "PASSPORT_LENGTH", undefined],
    ["EI0000000", "PASSPORT_CHARACTER", [1, 2]],
    ["EO0000000", "PASSPORT_CHARACTER", [1, 2]],
    ["EA00A0000", "PASSPORT_CHARACTER", [4, 5]],
    ["130000000", "PASSPORT_CHARACTER", [1, 2]],
    ["MC0000000", "PASSPORT_CHARACTER", [1, 2]],
    ["X00000000", "PASSPORT_CHARACTER", [0, 1]],
    ["P00000000", "PASSPORT_CHARACTER", [1, 2]],
  ])("tells what is wrong with %j, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(passport.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("shares MA and seven digits with the travel permits of 2024", () => {
    expect(detect("MA0000000")).toEqual(["mainlandTravelPermit", "passport"]);
  });

  it("masks all but the first and the last character", () => {
    expect(passport.mask("ea1234567")).toBe("E*******7");
  });
});
