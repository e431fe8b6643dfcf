import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, isRealDate, readDayNumber } from "./civil-date.ts";

describe("isRealDate", () => {
  it.each([
    [2000, 2, 29],
    [2024, 2, 29],
    [2024, 12, 31],
    [1, 1, 1],
  ])("finds %i-%i-%i in the calendar", (year, month, day) => {
    expect(isRealDate(year, month, day)).toBe(true);
  });

  it.each([
    [1900, 2, 29],
    [2023, 2, 29],
    [2024, 2, 30],
    [2024, 4, 31],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 1, 0],
    [0, 1, 1],
    [Number.NaN, 1, 1],
    [2024, Number.NaN, 1],
    [2024, 1, Number.NaN],
  ])("does not find %i-%i-%i in the calendar", (year, month, day) => {
    expect(isRealDate(year, month, day)).toBe(false);
  });
});

describe("dayNumber", () => {
  it("starts at 1 on 0001-01-01", () => {
    expect(dayNumber(1, 1, 1)).toBe(1);
  });

  it("counts days as the proleptic Gregorian calendar does", () => {
    const dates = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const daysSinceEpoch = Math.floor(date.getTime() / 86_400_000);
        expect(readDayNumber(date.toISOString().slice(0, 10), "day") - dayNumber(1970, 1, 1)).toBe(
          daysSinceEpoch,
        );
      }),
    );
  });
});
