import { readCivilDate } from "./civil-date.ts";
import type { DateField } from "./civil-date-error.ts";

const DAY = 86_400_000;

/** The days from 1970-01-01 to a civil date written YYYY-MM-DD; throws a `CivilDateError`. */
export function readDayNumber(text: string, field: DateField): number {
  readCivilDate(text, field);
  // A date alone is read as one of UTC, whatever the zone of the process.
  return Date.parse(text) / DAY;
}

/** The civil date of a day number, written YYYY-MM-DD; for years of four digits. */
export function dateOfDayNumber(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
