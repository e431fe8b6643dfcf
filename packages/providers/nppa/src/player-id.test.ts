import { assert, date, property, string, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { birthDateOfPi } from "./player-id.ts";

/** Description of the test system V1.2, section 1: the birth date is that of the ID number in the same row. */
const PUBLISHED = [
  ["1fffbjzos82bs9cnyj1dna7d6d29zg4esnh99u", "110000190101010001"],
  ["1fffbkmd9ebtwi7u7f4oswm9li6twjydqs7qjv", "110000190101020007"],
  ["1fffblf892i0p1zh6wlec2quukxtw29v4yismp", "110000190101030002"],
  ["1fffbmr55j92gttv5wxspm0mgvw8x3p0n7cy0j", "110000190101040008"],
  ["1fffbjqfba5y6uwr55cdak6faokhm4s02qkyue", "11000019010101001X"],
  ["1fffbkrwndszes1sngfx3v6pdqh87fi4zhz9ur", "110000190101020015"],
  ["1fffbl6st3fbp199i8zh5ggcp84fgo3rj7pn1y", "110000190101030010"],
  ["1fffbmzwmr1k3y8bri2linqbhnvmu510u5jj6z", "110000190101040016"],
] as const;

const CODE = "zos82bs9cnyj1dna7d6d29zg4esnh99u";

describe("birthDateOfPi", () => {
  it.each(PUBLISHED)("finds in %s the birth date of %s", (pi, idNumber) => {
    expect(birthDateOfPi(pi)?.replaceAll("-", "")).toBe(idNumber.slice(6, 14));
  });

  it("finds the birth date of the example in the specification", () => {
    expect(birthDateOfPi(`1hpfml${CODE}`)).toBe("2010-01-01");
  });

  it("finds any birth date again", () => {
    const days = date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    const codes = stringMatching(/^[0-9a-z]{32}$/);
    assert(
      property(days, codes, (day, code) => {
        const iso = day.toISOString().slice(0, 10);
        return birthDateOfPi(Number(iso.replaceAll("-", "")).toString(26) + code) === iso;
      }),
    );
  });

  it.each([
    ["a day that no calendar has", `${(20_260_230).toString(26)}${CODE}`],
    ["a digit past base 26", `1fffbq${CODE}`],
    ["capitals", `1FFFBJ${CODE}`],
    ["37 characters", `1fffbj${CODE.slice(1)}`],
    ["39 characters", `1fffbj${CODE}0`],
    ["nothing", ""],
  ])("finds none in %s", (_, pi) => {
    expect(birthDateOfPi(pi)).toBeUndefined();
  });

  it("never throws", () => {
    assert(property(string(), (text) => birthDateOfPi(text) === undefined));
  });
});
