import { monthDayOf, yearOf } from "./civil-date.ts";
import type { CivilDate } from "./civil-date.ts";

/**
 * Whether the day is still to come in Asia/Shanghai, which has stood at UTC+8 without summer time since 1992. The only
 * place in this package that reads the clock; the process time zone plays no part.
 */
export function isAfterToday(date: CivilDate): boolean {
  const utcPlus8 = 8 * 3_600_000;
  const month = Math.floor(monthDayOf(date) / 100);
  return Date.UTC(yearOf(date), month - 1, date % 100) > Date.now() + utcPlus8;
}
