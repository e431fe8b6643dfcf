import { readDigits } from "./ascii.ts";
import { CivilDateError } from "./civil-date-error.ts";
import type { DateField } from "./civil-date-error.ts";

/** Whether the year has a 29 February (Gregorian calendar). */
export function isLeapYear(year: number): boolean {
  return year % (year % 100 === 0 ? 400 : 4) === 0;
}

/** The running number of a civil date, 1 for 0001-01-01; 0 where no such day exists. */
export function dayNumber(year: number, month: number, day: number): number {
  const number = count(year, month, day);
  const exists = year > 0 && month > 0 && month < 13 && day > 0;
  // A month is as long as it is to the next one; day 28 is in all of them.
  return exists && (day < 29 || number < count(year, month + 1, 1)) ? number : 0;
}

/** Years and months are counted from March, so that a leap day is the last of its year; five months have 153 days. */
function count(year: number, month: number, day: number): number {
  const march = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(march / 4) - Math.floor(march / 100) + Math.floor(march / 400);
  return march * 365 + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 306;
}

/** The running number of the date whose digits start at an index, its fields `gap` characters apart; 0 if none. */
export function dayNumberAt(text: string, start: number, gap: number): number {
  const month = start + 4 + gap;
  const day = month + 2 + gap;
  return dayNumber(
    readDigits(text, start, start + 4),
    readDigits(text, month, month + 2),
    readDigits(text, day, day + 2),
  );
}

/** The running number of a civil date written YYYY-MM-DD; throws a {@link CivilDateError}. */
export function readDayNumber(text: string, field: DateField): number {
  const isWritten = typeof text === "string" && text.length === 10 && text[4] === "-" && text[7] === "-";
  const number = isWritten && dayNumberAt(text, 0, 1);
  if (!number)
    throw new CivilDateError("DATE_MALFORMED", field, "must be a real civil date written YYYY-MM-DD");
  return number;
}

/** Throws unless the text is a real civil date written YYYY-MM-DD. */
export function assertCivilDate(text: string, field: DateField): void {
  readDayNumber(text, field);
}

/** The year of a text that {@link assertCivilDate} let pass. */
export function readYear(text: string): number {
  return readDigits(text, 0, 4);
}

/** The month and day of a text that {@link assertCivilDate} let pass, as one number: 229 is 29 February. */
export function readMonthDay(text: string): number {
  return readDigits(text, 5, 7) * 100 + readDigits(text, 8, 10);
}

const DAY = 86_400_000;
/** The running number of 1970-01-01. */
export const EPOCH_DAY = 719_163;

/** The civil date of a running number, written YYYY-MM-DD; for years of four digits. */
export function dateOfDayNumber(number: number): string {
  return new Date((number - EPOCH_DAY) * DAY).toISOString().slice(0, 10);
}
