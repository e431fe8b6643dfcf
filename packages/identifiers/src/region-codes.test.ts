import { describe, expect, it } from "vitest";
import { addRegionCodes, isKnownRegion } from "./region-codes.ts";
import { recordsByCode } from "./region-records.ts";

describe("isKnownRegion", () => {
  it.each([
    "110000",
    "110100",
    "110105",
    "440524",
    "530111",
    "653228",
    "500157",
    "810000",
    "820000",
    "830000",
  ])("knows %s", (code) => {
    expect(isKnownRegion(code)).toBe(true);
  });

  it.each(["000000", "119999", "810001", "810101", "990000", "11010", "1101051", "11010x", "", "１10105"])(
    "does not know %j",
    (code) => {
      expect(isKnownRegion(code)).toBe(false);
    },
  );

  it("does not know what is not a string", () => {
    // As a caller without types would.
    expect(isKnownRegion(110_105 as unknown as string)).toBe(false);
    expect(isKnownRegion(undefined as unknown as string)).toBe(false);
  });

  it("knows exactly the codes that the records name", () => {
    const all = Array.from({ length: 1_000_000 }, (_, number) => String(number).padStart(6, "0"));

    expect(all.filter(isKnownRegion)).toEqual([...recordsByCode().keys()].toSorted());
  });
});

describe("addRegionCodes", () => {
  it("makes a code known", () => {
    expect(isKnownRegion("119901")).toBe(false);
    addRegionCodes(["119901", "119902"]);
    expect(isKnownRegion("119901")).toBe(true);
    expect(isKnownRegion("119902")).toBe(true);
  });

  it.each(["11990", "1199034", "11990x", ""])("refuses %j without repeating it, and adds none", (code) => {
    expect(() => addRegionCodes(["119903", code])).toThrow(
      expect.objectContaining({
        name: "RegionError",
        code: "REGION_CODE_MALFORMED",
        field: "code",
        message: "code must be six digits",
      }),
    );
    expect(isKnownRegion("119903")).toBe(false);
  });
});
