import { readDigits } from "./ascii.ts";
import { CivilDateError } from "./civil-date-error.ts";
import type { DateField } from "./civil-date-error.ts";

/**
 * A civil date as the number of its eight digits, 20261122: what is later is greater. 0 for none. No time of day and no
 * time zone are in it.
 */
export type CivilDate = number;

/** The date of eight digits; 0 where no such day exists. */
export function civilDate(digits: number): CivilDate {
  const month = Math.floor(monthDayOf(digits) / 100);
  const day = digits % 100;
  const exists = digits >= 10_000 && month > 0 && month < 13 && day > 0;
  return exists && (day < (month === 2 ? 29 : 31) || day <= daysIn(yearOf(digits), month)) ? digits : 0;
}

/** How many days the month of a year has (Gregorian calendar). */
export function daysIn(year: number, month: number): number {
  const day = 86_400_000;
  return (Date.UTC(year, month) - Date.UTC(year, month - 1)) / day;
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
