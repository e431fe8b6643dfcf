import type { Clock } from "@shiming/contract";

/** Noon of 22 November 2026 in China. */
const NOON: number = Date.parse("2026-11-22T12:00:00+08:00");
export const MINUTE = 60_000;

/** A clock that moves only when a test moves it. */
export interface FixedClock extends Clock {
  advance(milliseconds: number): void;
}

export function fixedClock(start: number = NOON): FixedClock {
  let now = start;
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
