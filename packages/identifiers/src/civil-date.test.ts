import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, readDayNumber } from "./civil-date.ts";

describe("dayNumber", () => {
  it.each([
    [1900, 2, 29],
    [2023, 2, 29],
    [2024, 2, 30],
    [2024, 4, 31],
    [2024, 12, 32],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 1, 0],
    [0, 1, 1],
    [Number.NaN, 1, 1],
    [2024, Number.NaN, 1],
    [2024, 1, Number.NaN],
  ])("is 0 for %i-%i-%i, which is not in the calendar", (year, month, day) => {
    expect(dayNumber(year, month, day)).toBe(0);
  });

  it.each([
    [1, 31],
    [2, 29],
    [3, 31],
    [4, 30],
    [5, 31],
    [6, 30],
    [7, 31],
    [8, 31],
    [9, 30],
    [10, 31],
    [11, 30],
    [12, 31],
  ])("ends month %i of a leap year with day %i", (month, last) => {
    expect(dayNumber(2000, month, last)).toBeGreaterThan(0);
    expect(dayNumber(2000, month, last + 1)).toBe(0);
  });

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
