import { readCivilDate } from "./civil-date.ts";
import type { CivilDate } from "./civil-date.ts";
import type { Remark } from "./define-kind.ts";
import { isAfterToday } from "./today.ts";

/** What to say of a birth date. */
export interface BirthDateFaults {
  /** There is no such day. */
  readonly none: Remark;
  /** It is before our floor. */
  readonly early: Remark;
  /** It is after the day to judge by. */
  readonly future: Remark;
}

/** Our policy: GB 11643-1999 sets no floor, and prints an example born in 1880. */
const FLOOR: CivilDate = 18_000_101;

/** No clock that is right shows an earlier day, so most births can be judged without asking it. */
const CLOCKS_ARE_LATER: CivilDate = 20_000_101;

/**
 * What is wrong with a birth date on the day to judge by. A malformed `asOf` throws here: for texts that come as far as
 * their date.
 */
export function birthDateFault(
  birth: CivilDate,
  asOf: string | undefined,
  faults: BirthDateFaults,
): Remark | undefined {
  const day = asOf === undefined ? 0 : readCivilDate(asOf, "asOf");
  if (birth === 0) return faults.none;
  if (birth < FLOOR) return faults.early;
  if (day > 0) return birth > day ? faults.future : undefined;
  return birth >= CLOCKS_ARE_LATER && isAfterToday(birth) ? faults.future : undefined;
}
