import { readDigits } from "./ascii.ts";
import { CivilDateError } from "./civil-date-error.ts";
import type { DateField } from "./civil-date-error.ts";

const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the year has a 29 February (Gregorian calendar). */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether such a day exists; false for `NaN`. */
export function isRealDate(year: number, month: number, day: number): boolean {
  const leapDay = month === 2 && isLeapYear(year) ? 1 : 0;
  return year >= 1 && day >= 1 && day <= (DAYS_IN_MONTH[month] ?? 0) + leapDay;
}

/** The running number of a real civil date; 1 is 0001-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leapDays + (DAYS_BEFORE_MONTH[month] ?? 0) + leapDay + day;
}

/** Throws unless the text is a real civil date written YYYY-MM-DD. */
export function assertCivilDate(text: string, field: DateField): void {
  const isReal =
    typeof text === "string" &&
    text.length === 10 &&
    text[4] === "-" &&
    text[7] === "-" &&
    isRealDate(readYear(text), readDigits(text, 5, 7), readDigits(text, 8, 10));
  if (!isReal) {
    throw new CivilDateError("DATE_MALFORMED", field, "must be a real civil date written YYYY-MM-DD");
  }
}

/** The year of a text that {@link assertCivilDate} let pass. */
export function readYear(text: string): number {
  return readDigits(text, 0, 4);
}

/** The month and day of a text that {@link assertCivilDate} let pass, as one number: 229 is 29 February. */
export function readMonthDay(text: string): number {
  return readDigits(text, 5, 7) * 100 + readDigits(text, 8, 10);
}

/** The running number of a civil date written YYYY-MM-DD; throws a {@link CivilDateError}. */
export function readDayNumber(text: string, field: DateField): number {
  assertCivilDate(text, field);
  return dayNumber(readYear(text), readDigits(text, 5, 7), readDigits(text, 8, 10));
}

const DAY = 86_400_000;
/** The running number of 1970-01-01. */
export const EPOCH_DAY = 719_163;

/** The civil date of a running number, written YYYY-MM-DD; for years of four digits. */
export function dateOfDayNumber(number: number): string {
  return new Date((number - EPOCH_DAY) * DAY).toISOString().slice(0, 10);
}
