import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legacyResidentId } from "./legacy-resident-id.ts";
import { residentId } from "./resident-id.ts";

const ASOF = { asOf: "2026-11-21" };

/** Any day of 1900 to 1999, YYMMDD. */
const days = fc
  .date({ min: new Date("1900-01-01"), max: new Date("1999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(2, 10).replaceAll("-", ""));

const legacyNumbers = fc
  .tuple(fc.constantFrom("110105", "440524", "659001"), days, fc.nat(995))
  .map(([region, day, sequence]) => region + day + String(sequence).padStart(3, "0"));

describe("legacyResidentId", () => {
  it("upgrades the first printed example of GB 11643-1999, written in 15 digits", () => {
    expect(legacyResidentId.parse("110105491231002")).toEqual({
      valid: true,
      value: "110105491231002",
      parts: {
        regionCode: "110105",
        birthDate: "1949-12-31",
        sex: "F",
        sequence: "002",
        checkCharacter: "X",
        residentId: "11010519491231002X",
      },
      findings: [],
    });
  });

  it("upgrades by putting 19 in and the check character behind", () => {
    expect(legacyResidentId.parse("610104620927690")).toMatchObject({
      parts: { residentId: "610104196209276908", birthDate: "1962-09-27", sex: "F" },
    });
  });

  it.each(["996", "997", "998", "999"])(
    "puts a birth with the sequence %s in the 19th century",
    (sequence) => {
      expect(legacyResidentId.parse(`110105491231${sequence}`)).toMatchObject({
        valid: true,
        parts: { birthDate: "1849-12-31", sequence },
      });
    },
  );

  it("puts a birth with the sequence 995 in the 20th century", () => {
    expect(legacyResidentId.parse("110105491231995")).toMatchObject({ parts: { birthDate: "1949-12-31" } });
  });

  it("upgrades every number to one that residentId accepts with the same parts", () => {
    fc.assert(
      fc.property(legacyNumbers, (number) => {
        const parsed = legacyResidentId.parse(number, ASOF);
        if (!parsed.valid) throw new Error("the number is valid");
        const { residentId: upgraded, ...parts } = parsed.parts;
        expect(residentId.parse(upgraded, ASOF)).toMatchObject({ valid: true, value: upgraded, parts });
        expect(number).toBe(upgraded.slice(0, 6) + upgraded.slice(8, 17));
      }),
    );
  });

  it.each([
    ["", "LEGACY_RESIDENT_ID_LENGTH", undefined],
    ["11010519491231002X", "LEGACY_RESIDENT_ID_LENGTH", undefined],
    ["11010549123100X", "RESIDENT_ID_CHARACTER", [14, 15]],
    ["A10105491231002", "RESIDENT_ID_CHARACTER", [0, 1]],
    ["710105491231002", "RESIDENT_ID_PROVINCE", [0, 2]],
    ["810000491231002", "RESIDENT_ID_PROVINCE", [0, 2]],
    ["110105491331002", "RESIDENT_ID_DATE", [6, 12]],
    // 1900 had no 29 February, and 2000 is meant by no legacy number.
    ["110105000229002", "RESIDENT_ID_DATE", [6, 12]],
    ["110105010229002", "RESIDENT_ID_DATE", [6, 12]],
  ])("tells what is wrong with %s, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(legacyResidentId.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("refuses a birth after asOf", () => {
    expect(legacyResidentId.parse("110105991231002", { asOf: "1999-12-30" }).findings).toEqual([
      { code: "RESIDENT_ID_DATE_FUTURE", severity: "error", at: [6, 12] },
    ]);
  });

  it("accepts 29 February 1904 and, for a centenarian's sequence, of 1896", () => {
    expect(legacyResidentId.isValid("110105040229002")).toBe(true);
    expect(legacyResidentId.parse("110105960229997")).toMatchObject({ parts: { birthDate: "1896-02-29" } });
  });

  it("masks all but the first and the last digit", () => {
    expect(legacyResidentId.mask("110105491231002")).toBe("1*************2");
  });
});
