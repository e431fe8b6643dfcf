import type { Clock } from "@shiming/contract";

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Moves the hands by this many milliseconds. */
  advance(milliseconds: number): void;
}

const NOON_IN_CHINA = Date.parse("2026-11-22T12:00:00+08:00");

/** Makes a clock that shows `start`, in milliseconds since the epoch. Default: noon of 22 November 2026 in China. */
export function fakeClock(start: number = NOON_IN_CHINA): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
