const EIGHT_HOURS_MS = 8 * 3_600_000;

/** The civil day in Beijing, `YYYY-MM-DD`, in any process time zone: China has kept UTC+8 without summer time since 1991. */
export function chinaDay(now: number): string {
  return new Date(now + EIGHT_HOURS_MS).toISOString().slice(0, 10);
}
