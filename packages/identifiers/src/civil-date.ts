import { readDigits } from "./ascii.ts";
import { CivilDateError } from "./civil-date-error.ts";
import type { DateField } from "./civil-date-error.ts";

/**
 * A civil date as the number of its eight digits, 20261122: what is later is greater. 0 for none. No time of day and no
 * time zone are in it.
 */
export type CivilDate = number;

/** Whether the year has a 29 February (Gregorian calendar). */
export function isLeapYear(year: number): boolean {
  return year % (year % 100 === 0 ? 400 : 4) === 0;
}

/** The date of eight digits; 0 where no such day exists. */
export function civilDate(digits: number): CivilDate {
  const month = Math.floor(monthDayOf(digits) / 100);
  const day = digits % 100;
  const exists = digits >= 10_000 && month > 0 && month < 13 && day > 0;
  return exists && (day < 29 || day <= lastDayOf(yearOf(digits), month)) ? digits : 0;
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  // Odd months have 31 days until July, even ones from August on.
  return 30 + ((month > 7 ? month + 1 : month) % 2);
}

/** The date written YYYY-MM-DD; throws a {@link CivilDateError}. */
export function readCivilDate(text: string, field: DateField): CivilDate {
  const isWritten = typeof text === "string" && text.length === 10 && text[4] === "-" && text[7] === "-";
  const date = isWritten
    ? civilDate(readDigits(text, 0, 4) * 10_000 + readDigits(text, 5, 7) * 100 + readDigits(text, 8, 10))
    : 0;
  if (!date)
    throw new CivilDateError("DATE_MALFORMED", field, "must be a real civil date written YYYY-MM-DD");
  return date;
}

/** The year of a date. */
export function yearOf(date: CivilDate): number {
  return Math.floor(date / 10_000);
}

/** The month and day of a date, as one number: 229 is 29 February. */
export function monthDayOf(date: CivilDate): number {
  return date % 10_000;
}
