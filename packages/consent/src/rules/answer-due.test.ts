import { describe, expect, test } from "vitest";
import { answerDueOn } from "./answer-due.ts";
import type { WorkCalendar } from "./model.ts";

/** Shows what the calendar was asked. */
const asked: WorkCalendar = { addWorkingDays: (start, days) => ({ date: `${start} + ${days}` }) };

describe("answerDueOn", () => {
  test.each([
    [undefined, 15],
    [20, 15],
    [15, 15],
    [3, 3],
  ])("gives a promise of %j days %i", (promisedDays, days) => {
    const received = { receivedAt: "2026-06-15T01:00:00Z", calendar: asked };
    expect(answerDueOn({ ...received, ...(promisedDays !== undefined && { promisedDays }) })).toBe(
      `2026-06-15 + ${days}`,
    );
  });

  test.each([
    ["2026-06-15T15:59:59Z", "2026-06-15"],
    ["2026-06-15T16:00:00Z", "2026-06-16"],
    ["2026-06-16T00:00:00+08:00", "2026-06-16"],
  ])("counts from the day in China: %s is on %s", (receivedAt, day) => {
    expect(answerDueOn({ receivedAt, promisedDays: 1, calendar: asked })).toBe(`${day} + 1`);
  });

  test("refuses a time that is none", () => {
    expect(() => answerDueOn({ receivedAt: "yesterday", calendar: asked })).toThrow(RangeError);
  });
});
