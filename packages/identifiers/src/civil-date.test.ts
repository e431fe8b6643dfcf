import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "./civil-date.ts";

describe("civilDate", () => {
  it.each([19000229, 20230229, 20240230, 20240431, 20241232, 20241301, 20240001, 20240100, 101, Number.NaN])(
    "is 0 for %i, which is not in the calendar",
    (digits) => {
      expect(civilDate(digits)).toBe(0);
    },
  );

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
    expect(civilDate(20_000_000 + month * 100 + last)).toBeGreaterThan(0);
    expect(civilDate(20_000_000 + month * 100 + last + 1)).toBe(0);
  });

  it("is the number of the digits", () => {
    expect(civilDate(19_491_001)).toBe(19_491_001);
  });

  it("has the days of the proleptic Gregorian calendar and no others", () => {
    const numbers = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(numbers, ([year, month, day]) => {
        const date = new Date("2000-01-01");
        date.setUTCFullYear(year, month - 1, day);
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(civilDate((year * 100 + month) * 100 + day) > 0).toBe(exists);
      }),
    );
  });
});
