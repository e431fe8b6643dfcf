import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { landlineNumber } from "./landline-number.ts";

const line = (areaCode: string, subscriber: string) => ({ class: "landline", areaCode, subscriber });

describe("landlineNumber", () => {
  it.each([
    "01062345678",
    "010-62345678",
    "(010) 6234-5678",
    "（010）62345678",
    "+86 10 6234 5678",
    "+86 (10) 62345678",
    "+86 (0)10 62345678",
    "010.6234.5678",
    "(010)．62345678",
    "0086-10-62345678",
    "861062345678",
    "tel:+86-10-6234-5678",
    "TEL:010 62345678",
  ])("reads %j as what is dialled within the country", (input) => {
    expect(landlineNumber.parse(input)).toEqual({
      valid: true,
      value: "01062345678",
      parts: line("010", "62345678"),
      findings: [],
    });
  });

  it.each([
    ["02162345678", line("021", "62345678")],
    ["07556234567", line("0755", "6234567")],
    ["075562345678", line("0755", "62345678")],
    ["0312-8234567", line("0312", "8234567")],
    ["0999-2345678", line("0999", "2345678")],
  ])("reads the area code of %s", (input, parts) => {
    expect(landlineNumber.parse(input)).toMatchObject({ valid: true, parts });
  });

  it.each([
    ["110", ""],
    ["12345", ""],
    ["12306", ""],
    ["10086", ""],
    ["95588", ""],
    ["950618", ""],
    ["96110", ""],
    ["010-95588", "010"],
    ["0755-12345", "0755"],
    ["+86 95588", ""],
  ])("reads %s as a service", (input, areaCode) => {
    const parsed = landlineNumber.parse(input);
    expect(parsed).toMatchObject({ valid: true, parts: { class: "service", areaCode } });
  });

  it.each([
    ["400-123-4567", "4001234567", "400"],
    ["800-820-1234", "8008201234", "800"],
    ["+86 400 123 4567", "4001234567", "400"],
  ])("reads %s as a number of its own class", (input, value, use) => {
    expect(landlineNumber.parse(input)).toMatchObject({
      valid: true,
      value,
      parts: { class: use, areaCode: "", subscriber: value },
    });
  });

  it.each([
    ["", "LANDLINE_LENGTH", undefined],
    ["12", "LANDLINE_LENGTH", undefined],
    ["0106234567890", "LANDLINE_LENGTH", undefined],
    ["010", "LANDLINE_LENGTH", undefined],
    ["010-", "LANDLINE_LENGTH", undefined],
    ["+8610", "LANDLINE_LENGTH", undefined],
    ["+86 755", "LANDLINE_LENGTH", undefined],
    ["(0755)", "LANDLINE_LENGTH", undefined],
    ["075", "LANDLINE_LENGTH", undefined],
    ["+86", "LANDLINE_LENGTH", undefined],
    ["011", "LANDLINE_AREA", [0, 3]],
    ["+8611", "LANDLINE_AREA", [3, 5]],
    ["1".repeat(1_000_000), "LANDLINE_LENGTH", undefined],
    ["010-6234567A", "LANDLINE_CHARACTER", [11, 12]],
    ["+852 2345 6789", "LANDLINE_COUNTRY", [0, 14]],
    ["62345678", "LANDLINE_AREA", [0, 8]],
    ["011-62345678", "LANDLINE_AREA", [0, 12]],
    ["13800138000", "LANDLINE_AREA", [0, 11]],
    ["010-12345678", "LANDLINE_SUBSCRIBER", [4, 12]],
    ["010-92345678", "LANDLINE_SUBSCRIBER", [4, 12]],
    ["0755-623456", "LANDLINE_SUBSCRIBER", [5, 11]],
    ["+86 755 623456", "LANDLINE_SUBSCRIBER", [8, 14]],
  ])("tells what is wrong with %#, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(landlineNumber.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it.each([
    ["０10-62345678", "CHARACTER_FULL_WIDTH", [0, 1]],
    ["\u202d010-62345678", "CHARACTER_INVISIBLE", [0, 1]],
  ])("reads %j with a warning", (input, code, at) => {
    expect(landlineNumber.parse(input)).toMatchObject({
      valid: true,
      value: "01062345678",
      findings: [{ code, severity: "warning", at }],
    });
  });

  it("accepts no mobile number, however it is written", () => {
    const prefixes = fc.constantFrom("", "+86", "0086", "86", "0");
    const mobiles = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.nat(999_999_999));
    fc.assert(
      fc.property(prefixes, mobiles, (prefix, [second, rest]) => {
        expect(landlineNumber.isValid(`${prefix}1${second}${String(rest).padStart(9, "0")}`)).toBe(false);
      }),
    );
  });

  it.each([
    ["010-6234 5678", "010****5678"],
    ["0755-6234567", "0755***4567"],
    ["400-123-4567", "400***4567"],
    ["95588", "*****"],
  ])("masks %s as %s", (input, masked) => {
    expect(landlineNumber.mask(input)).toBe(masked);
  });
});
