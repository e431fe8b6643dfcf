import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOn } from "./age-on.ts";

const civilDates = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

describe("ageOn", () => {
  it.each([
    ["2012-11-22", "2026-11-21", 13, 13],
    ["2012-11-22", "2026-11-22", 14, 13],
    ["2012-11-22", "2026-11-23", 14, 14],
    ["2012-12-31", "2026-12-31", 14, 13],
    ["2012-12-31", "2027-01-01", 14, 14],
    ["2012-01-01", "2025-12-31", 13, 13],
    ["2026-11-22", "2026-11-22", 0, 0],
    ["1880-01-01", "2026-11-22", 146, 146],
  ])("counts from %s to %s %i years by birthday and %i by the day after", (birthDate, day, ...ages) => {
    const [birthday, dayAfter] = ages;
    expect(ageOn(birthDate, day)).toBe(birthday);
    expect(ageOn(birthDate, day, { rule: "birthday" })).toBe(birthday);
    expect(ageOn(birthDate, day, { rule: "day-after" })).toBe(dayAfter);
  });

  it.each([
    ["2026-02-27", 13, 13],
    ["2026-02-28", 14, 13],
    ["2026-03-01", 14, 14],
    ["2028-02-28", 15, 15],
    ["2028-02-29", 16, 15],
    ["2028-03-01", 16, 16],
  ])(
    "counts a birth on 29 February 2012 until %s as %i by birthday and %i by the day after",
    (day, birthday, dayAfter) => {
      expect(ageOn("2012-02-29", day)).toBe(birthday);
      expect(ageOn("2012-02-29", day, { rule: "day-after" })).toBe(dayAfter);
    },
  );

  it("counts by the day after what the birthday rule counted the day before", () => {
    fc.assert(
      fc.property(civilDates, civilDates, (one, other) => {
        const [birthDate, day] = one < other ? [one, other] : [other, one];
        fc.pre(birthDate !== day);
        expect(ageOn(birthDate, day, { rule: "day-after" })).toBe(ageOn(birthDate, dayBefore(day)));
      }),
    );
  });

  it.each([
    "",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "0000-01-01",
    "2026-1-01",
    "2026/01/01",
    "２026-01-01",
    "2026-01-01 ",
  ])("refuses the malformed date %j and names the field, not the value", (date) => {
    const message = "must be a real civil date written YYYY-MM-DD";
    expect(() => ageOn(date, "2026-01-01")).toThrow(
      expect.objectContaining({
        code: "DATE_MALFORMED",
        field: "birthDate",
        message: `birthDate ${message}`,
      }),
    );
    expect(() => ageOn("2000-01-01", date)).toThrow(
      expect.objectContaining({ code: "DATE_MALFORMED", field: "day", message: `day ${message}` }),
    );
  });

  it("refuses a day before the birth", () => {
    expect(() => ageOn("2026-01-02", "2026-01-01")).toThrow(RangeError);
    expect(() => ageOn("2026-01-02", "2026-01-01")).toThrow(
      expect.objectContaining({
        code: "DATE_BEFORE_BIRTH",
        field: "day",
        message: "day must not be before the birth date",
      }),
    );
  });

  it("refuses what is not a string", () => {
    const notADate: unknown = 20_260_101;
    // A JavaScript caller can pass anything.
    expect(() => ageOn(notADate as string, "2026-01-01")).toThrow(RangeError);
  });
});
