import { dateOfDayNumber, readDayNumber } from "./day-number.ts";
import { CivilDateError } from "./civil-date-error.ts";
import type { DateField } from "./civil-date-error.ts";
import { ANNOUNCED_THROUGH, EXCEPTIONS, FIRST_DAY, LAST_DAY } from "./generated/working-day-exceptions.ts";

/** Whether a day is worked. */
export interface WorkingDay {
  readonly working: boolean;
  /** The arrangement of its year was not announced when this version was made: weekends and statutory holidays only. */
  readonly provisional: boolean;
}

/** Where a period of working days ends. */
export interface WorkingDaysEnd {
  /** "YYYY-MM-DD", a working day. */
  readonly date: string;
  /** The period reaches beyond `dataThrough`, so an arrangement to come can move its end. */
  readonly provisional: boolean;
  /** The last day of the last announced year, "YYYY-MM-DD". */
  readonly dataThrough: string;
}

/**
 * Whether a civil day is worked in mainland China: Monday to Friday, without the holidays of the State Council's yearly
 * notice and with its make-up days (全国年节及纪念日放假办法 art. 7).
 *
 * Beyond the announced years the answer is provisional: weekends and the 13 statutory holidays (art. 2) off, no make-up
 * days. Known from 2007 to 2050. A notice can be changed afterwards, as in 2019 and 2020, and the next one can still
 * move the last days of December.
 *
 * @param date - "YYYY-MM-DD"
 * @throws CivilDateError where it is not a real date, or outside 2007 to 2050
 * @example
 * ```ts
 * import { isWorkingDay } from "@shiming/identifiers";
 *
 * isWorkingDay("2026-02-14"); // { working: true, provisional: false }: a Saturday made up for
 * isWorkingDay("2027-01-01"); // { working: false, provisional: true }
 * ```
 */
export function isWorkingDay(date: string): WorkingDay {
  const day = readCoveredDay(date, "date");
  return { working: isWorked(day), provisional: isProvisional(day) };
}

/**
 * The day on which a period of working days ends. The first day does not count (Civil Code art. 201), worked or not.
 *
 * @param start - the day of the event that starts the period, "YYYY-MM-DD"
 * @param days - a whole number from 1
 * @throws CivilDateError where an argument cannot be used, or the end comes after 2050
 * @example
 * ```ts
 * import { addWorkingDays } from "@shiming/identifiers";
 *
 * addWorkingDays("2025-06-01", 30).date; // "2025-07-14"
 * ```
 */
export function addWorkingDays(start: string, days: number): WorkingDaysEnd {
  let day = readCoveredDay(start, "start");
  if (!Number.isInteger(days) || days < 1) {
    throw new CivilDateError("DAYS_MALFORMED", "days", "must be a whole number from 1");
  }
  const last = readDayNumber(LAST_DAY, "day");
  for (let left = days; left > 0;) {
    day++;
    if (day > last) throw new CivilDateError("DATE_OUT_OF_RANGE", "days", `must end by ${LAST_DAY}`);
    if (isWorked(day)) left--;
  }
  return { date: dateOfDayNumber(day), provisional: isProvisional(day), dataThrough: ANNOUNCED_THROUGH };
}

function readCoveredDay(date: string, field: DateField): number {
  const day = readDayNumber(date, field);
  // Both have the same fixed width, so text order is date order.
  if (date < FIRST_DAY || date > LAST_DAY) {
    throw new CivilDateError("DATE_OUT_OF_RANGE", field, `must be from ${FIRST_DAY} to ${LAST_DAY}`);
  }
  return day;
}

function isProvisional(day: number): boolean {
  return day > readDayNumber(ANNOUNCED_THROUGH, "day");
}

function isWorked(day: number): boolean {
  return isWeekday(day) !== exceptions().has(day);
}

/** Day 0, 1970-01-01, was a Thursday. */
function isWeekday(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday >= 1 && weekday <= 5;
}

let decoded: ReadonlySet<number> | undefined;

/** Weekdays off and weekend days worked, by their running numbers. Read on first use. */
function exceptions(): ReadonlySet<number> {
  return (decoded ??= decode(EXCEPTIONS));
}

function decode(gaps: string): ReadonlySet<number> {
  let day = readDayNumber(FIRST_DAY, "day");
  return new Set(gaps.split(" ").map((gap) => (day += Number(gap))));
}
