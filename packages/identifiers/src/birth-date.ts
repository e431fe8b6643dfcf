import { readDayNumber } from "./civil-date.ts";
import type { Remark } from "./define-kind.ts";
import { todayInShanghai } from "./today.ts";

/** What to say of a birth date: no such day, before our floor, after the day to judge by. */
export type BirthDateFaults = readonly [impossible: Remark, early: Remark, future: Remark];

/**
 * What is wrong with a birth date, a running number or 0 for no date, on the day to judge by. A malformed `asOf` throws
 * a `CivilDateError`, whatever the date.
 */
export function birthDateFault(
  birth: number,
  asOf: string | undefined,
  [impossible, early, future]: BirthDateFaults,
): Remark | undefined {
  const day = asOf === undefined ? todayInShanghai() : readDayNumber(asOf, "asOf");
  if (birth === 0) return impossible;
  // 1800-01-01 is our policy: GB 11643-1999 sets no floor, and prints an example born in 1880.
  if (birth < 657_072) return early;
  return birth > day ? future : undefined;
}
