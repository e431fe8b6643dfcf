/** Noon of 22 November 2026 in China, where the fake clock starts. Milliseconds since the epoch. */
export const NOON: number = Date.parse("2026-11-22T12:00:00+08:00");

/** In milliseconds. */
export const MINUTE = 60_000;
