import type { AgeBand } from "./record.ts";

/** The band of an age in full years: under 14 a guardian decides (PIPL 31), under 18 the rules for minors hold. */
export function ageBandOf(age: number | undefined): AgeBand | undefined {
  if (age === undefined) return undefined;
  // An age that is no number must never pass for a grown-up's.
  if (!(age >= 14)) return "under-14";
  return age < 18 ? "14-17" : "adult";
}
