import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfDayNumber, readDayNumber } from "./day-number.ts";

const dates = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });

describe("readDayNumber", () => {
  it("counts the days from 1970-01-01", () => {
    expect(readDayNumber("1970-01-01", "day")).toBe(0);
    expect(readDayNumber("2000-03-01", "day")).toBe(11_017);
    expect(readDayNumber("1969-12-31", "day")).toBe(-1);
  });

  it("is undone by dateOfDayNumber", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(dateOfDayNumber(readDayNumber(text, "day"))).toBe(text);
      }),
    );
  });

  it("refuses what is not in the calendar", () => {
    expect(() => readDayNumber("2026-02-30", "day")).toThrow(RangeError);
  });
});
