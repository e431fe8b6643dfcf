/** Where time comes from. Every package asks for one, so tests and the mock authority can turn the hands. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** The clock of the machine: the one place that reads it. */
export const systemClock: Clock = { now: () => Date.now() };
