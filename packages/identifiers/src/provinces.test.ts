import { describe, expect, it } from "vitest";
import { hasMainlandProvince, isProvince } from "./provinces.ts";

/** GB/T 2260, written out; 71 is there, but no number is given with it. */
const MAINLAND =
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65";
const PERMITS = ["81", "82", "83"];

const all = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));

describe("isProvince", () => {
  it("knows these of all two digits and no others", () => {
    expect(all.filter((digits) => isProvince(Number(digits)))).toEqual([...MAINLAND.split(" "), ...PERMITS]);
  });

  it.each([Number.NaN, -1, 100, 1.5])("does not know %s", (number) => {
    expect(isProvince(number)).toBe(false);
  });
});

describe("hasMainlandProvince", () => {
  it("knows these of all two digits and no others, where it is told to read", () => {
    expect(all.filter((digits) => hasMainlandProvince(`99${digits}99`, 2))).toEqual(MAINLAND.split(" "));
  });
});
