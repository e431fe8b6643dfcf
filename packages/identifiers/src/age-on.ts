import { daysIn, monthDayOf, readCivilDate, yearOf } from "./civil-date.ts";
import { CivilDateError } from "./civil-date-error.ts";

/** When a year of age is full. */
export type AgeRule = "birthday" | "day-after";

/** How to count. */
export interface AgeOptions {
  /** "birthday": full as that day begins. "day-after": full once it has passed. Default "birthday". */
  readonly rule?: AgeRule;
}

/**
 * The age in full years on a civil day. The day is an argument, and is the day in Beijing: this function knows
 * no clock and no time zone.
 *
 * - `"birthday"` is the everyday count.
 * - `"day-after"` counts a year once its last day is over (Civil Code art. 200-202: the first day does not
 *   count), as the Supreme People's Court does for criminal responsibility (法释〔2006〕1号 art. 2). It is never
 *   the earlier of the two, hence the safer one where an age opens a door.
 *
 * Someone born on 29 February has, in a year without that day, the birthday on 28 February: with no matching
 * day a period ends on the last day of the month (Civil Code art. 202). So such a person is a year older on
 * 28 February by the first rule, on 1 March by the second.
 *
 * @param birthDate - "YYYY-MM-DD"
 * @param day - "YYYY-MM-DD", not before `birthDate`
 * @throws CivilDateError where an argument is not a real date, or `day` is before `birthDate`
 * @example
 * ```ts
 * import { ageOn } from "@shiming/identifiers";
 *
 * ageOn("2012-11-22", "2026-11-22"); // 14
 * ageOn("2012-11-22", "2026-11-22", { rule: "day-after" }); // 13
 * ```
 */
export function ageOn(birthDate: string, day: string, options?: AgeOptions): number {
  const birth = readCivilDate(birthDate, "birthDate");
  const today = readCivilDate(day, "day");
  if (today < birth)
    throw new CivilDateError("DATE_BEFORE_BIRTH", "day", "must not be before the birth date");
  if (today === birth) return 0;

  const year = yearOf(today);
  const anniversary = anniversaryIn(year, monthDayOf(birth));
  const rule = options?.rule ?? "birthday";
  const isReached = rule === "birthday" ? monthDayOf(today) >= anniversary : monthDayOf(today) > anniversary;
  return year - yearOf(birth) - (isReached ? 0 : 1);
}

function anniversaryIn(year: number, birthday: number): number {
  return birthday === 229 ? 200 + daysIn(year, 2) : birthday;
}
