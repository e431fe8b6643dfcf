/** Where the mock takes the time from. Tests pass one that stands still. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** The machine's clock: the default when the caller passes none. */
export const systemClock: Clock = { now: () => Date.now() };
