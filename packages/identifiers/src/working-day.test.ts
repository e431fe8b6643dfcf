import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, isWorkingDay } from "./working-day.ts";

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
const workedIn = (year: number): number =>
  Array.from({ length: 366 }, (_, day) => isoDay(Date.UTC(year, 0, 1 + day))).filter(
    (date) => date.startsWith(String(year)) && isWorkingDay(date).working,
  ).length;

const covered = fc
  .date({ min: new Date("2007-01-01"), max: new Date("2050-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("isWorkingDay", () => {
  it.each([
    // Notice of the State Council of 2024-11-12.
    ["2025-01-26", true],
    ["2025-01-28", false],
    ["2025-02-04", false],
    ["2025-02-05", true],
    ["2025-02-08", true],
    ["2025-10-08", false],
    ["2025-10-11", true],
    // Notice of the State Council of 2025-11-04.
    ["2026-01-02", false],
    ["2026-01-04", true],
    ["2026-02-14", true],
    ["2026-02-23", false],
    ["2026-02-24", true],
    ["2026-10-10", true],
    // No arrangement touches them.
    ["2026-11-20", true],
    ["2026-11-21", false],
    ["2026-11-22", false],
    ["2026-11-23", true],
  ])("knows of %s: %s", (date, working) => {
    expect(isWorkingDay(date)).toEqual({ working, provisional: false });
  });

  it("counts as many working days in every announced year as other calendars of China", () => {
    const counts = [
      249, 251, 250, 250, 250, 249, 250, 250, 249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248,
    ];
    expect(counts.map((_, index) => workedIn(2007 + index))).toEqual(counts);
  });

  it("is sure up to the end of the last announced year, and provisional from the next day", () => {
    expect(isWorkingDay("2026-12-31")).toEqual({ working: true, provisional: false });
    expect(isWorkingDay("2027-01-01")).toEqual({ working: false, provisional: true });
  });

  it.each([
    // A weekend with a holiday is not made up for, and no weekday is given for it.
    ["2027-01-04", true],
    ["2027-02-05", false],
    ["2027-02-06", false],
    ["2027-02-08", false],
    ["2027-02-09", true],
    ["2027-04-05", false],
    ["2027-05-03", true],
    ["2027-06-09", false],
    ["2027-09-15", false],
    ["2027-10-01", false],
    ["2027-10-04", true],
    ["2033-09-08", false],
    ["2034-02-20", false],
  ])("takes the statutory holidays for granted beyond: %s is %s", (date, working) => {
    expect(isWorkingDay(date)).toEqual({ working, provisional: true });
  });

  it("expects no make-up days beyond the announced years", () => {
    fc.assert(
      fc.property(covered, (date) => {
        const isWeekend = [0, 6].includes(new Date(date).getUTCDay());
        fc.pre(isWeekend && date > "2026-12-31");
        expect(isWorkingDay(date).working).toBe(false);
      }),
    );
  });

  it.each(["2026-02-30", "2026-13-45", "2026-2-3", "20260203", "", "2026-02-03T00:00:00Z"])(
    "throws on %j without repeating it",
    (date) => {
      expect(() => isWorkingDay(date)).toThrow(
        expect.objectContaining({
          name: "CivilDateError",
          code: "DATE_MALFORMED",
          field: "date",
          message: "date must be a real civil date written YYYY-MM-DD",
        }),
      );
    },
  );

  it.each(["2006-12-31", "2051-01-01", "0001-01-01", "9999-12-31"])(
    "throws on %s, of which it knows nothing",
    (date) => {
      expect(() => isWorkingDay(date)).toThrow(
        expect.objectContaining({
          code: "DATE_OUT_OF_RANGE",
          field: "date",
          message: "date must be from 2007-01-01 to 2050-12-31",
        }),
      );
    },
  );
});

describe("addWorkingDays", () => {
  it("finds the day of the official example", () => {
    // Cyberspace Administration of China, 2025-05-28: 30 working days from 1 June 2025 are up on 14 July.
    expect(addWorkingDays("2025-06-01", 30)).toEqual({
      date: "2025-07-14",
      provisional: false,
      dataThrough: "2026-12-31",
    });
  });

  it.each([
    ["2026-11-20", 1, "2026-11-23"],
    ["2026-11-21", 1, "2026-11-23"],
    ["2026-11-22", 1, "2026-11-23"],
    ["2026-11-23", 1, "2026-11-24"],
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-14", 1, "2026-02-24"],
    ["2026-09-21", 15, "2026-10-19"],
    ["2007-01-01", 1, "2007-01-04"],
  ])("does not count the first day: %s and %i working days end on %s", (start, days, date) => {
    expect(addWorkingDays(start, days)).toMatchObject({ date, provisional: false });
  });

  it("is provisional as soon as the end lies beyond the announced years", () => {
    expect(addWorkingDays("2026-12-30", 1)).toMatchObject({ date: "2026-12-31", provisional: false });
    expect(addWorkingDays("2026-12-30", 2)).toMatchObject({ date: "2027-01-04", provisional: true });
    expect(addWorkingDays("2027-03-01", 1)).toMatchObject({ provisional: true, dataThrough: "2026-12-31" });
  });

  it("ends on the working day whose count is asked for", () => {
    fc.assert(
      fc.property(covered, fc.integer({ min: 1, max: 60 }), (start, days) => {
        fc.pre(start < "2050-06-01");
        const { date } = addWorkingDays(start, days);
        let count = 0;
        for (let time = Date.parse(start) + 86_400_000; isoDay(time) <= date; time += 86_400_000) {
          if (isWorkingDay(isoDay(time)).working) count++;
        }
        expect(count).toBe(days);
        expect(isWorkingDay(date).working).toBe(true);
      }),
    );
  });

  it("can be taken in two steps", () => {
    fc.assert(
      fc.property(
        covered,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (start, first, second) => {
          fc.pre(start < "2050-01-01");
          const { date } = addWorkingDays(start, first);
          expect(addWorkingDays(date, second).date).toBe(addWorkingDays(start, first + second).date);
        },
      ),
    );
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "refuses %d working days",
    (days) => {
      expect(() => addWorkingDays("2026-11-21", days)).toThrow(
        expect.objectContaining({ name: "CivilDateError", code: "DAYS_MALFORMED", field: "days" }),
      );
    },
  );

  it.each([10_000, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE])(
    "refuses %d working days, which end too late",
    (days) => {
      expect(() => addWorkingDays("2026-11-21", days)).toThrow(
        expect.objectContaining({
          code: "DATE_OUT_OF_RANGE",
          field: "days",
          message: "days must end by 2050-12-31",
        }),
      );
    },
  );

  it.each([
    ["2026-02-30", "DATE_MALFORMED"],
    ["2006-12-29", "DATE_OUT_OF_RANGE"],
    ["2051-01-01", "DATE_OUT_OF_RANGE"],
  ])("refuses to start on %s", (start, code) => {
    expect(() => addWorkingDays(start, 1)).toThrow(expect.objectContaining({ code, field: "start" }));
  });
});
