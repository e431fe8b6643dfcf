import { EPOCH_DAY } from "./civil-date.ts";

/**
 * The running number of the civil day in Asia/Shanghai, which has stood at UTC+8 without summer time since 1992.
 * The only place in this package that reads the clock; the process time zone plays no part.
 */
export function todayInShanghai(): number {
  const day = 86_400_000;
  const utcPlus8 = 8 * 3_600_000;
  return EPOCH_DAY + Math.floor((Date.now() + utcPlus8) / day);
}
