/**
 * Where time comes from. Every package asks for one, so that tests and the mock authority can turn the hands.
 *
 * @example
 * ```ts
 * import type { Clock } from "@shiming/contract";
 *
 * const noon: Clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
 * console.log(new Date(noon.now()).toISOString());
 * ```
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** The clock of the machine. This is the only place in the packages that reads it. */
export const systemClock: Clock = { now: () => Date.now() };
