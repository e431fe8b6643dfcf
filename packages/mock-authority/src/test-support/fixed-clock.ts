import type { Clock } from "../clock.ts";

/** 2026-01-02T03:04:05Z. */
export const FIXED_NOW: number = Date.UTC(2026, 0, 2, 3, 4, 5);

/** A clock that moves only when a test moves it. */
export function createFixedClock(start: number = FIXED_NOW): Clock & { advance(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}
