/**
 * The movable holidays of each year, "MM-DD" by the Gregorian calendar: first day of the lunar year, Qingming, Dragon
 * Boat (5th day of the 5th lunar month), Mid-Autumn (15th of the 8th). Computed by the rules of GB/T 33661-2017 from the
 * new moons and the sun's longitude (Meeus, Astronomical Algorithms, chapters 25 and 49). No new moon that decides one of
 * them is less than three minutes from midnight in Beijing.
 */
const MOVABLE: Readonly<
  Record<number, readonly [lunarYear: string, qingming: string, dragonBoat: string, midAutumn: string]>
> = {
  2025: ["01-29", "04-04", "05-31", "10-06"],
  2026: ["02-17", "04-05", "06-19", "09-25"],
  2027: ["02-06", "04-05", "06-09", "09-15"],
  2028: ["01-26", "04-04", "05-28", "10-03"],
  2029: ["02-13", "04-04", "06-16", "09-22"],
  2030: ["02-03", "04-05", "06-05", "09-12"],
  2031: ["01-23", "04-05", "06-24", "10-01"],
  2032: ["02-11", "04-04", "06-12", "09-19"],
  2033: ["01-31", "04-04", "06-01", "09-08"],
  2034: ["02-19", "04-05", "06-20", "09-27"],
  2035: ["02-08", "04-05", "06-10", "09-16"],
  2036: ["01-28", "04-04", "05-30", "10-04"],
  2037: ["02-15", "04-04", "06-18", "09-24"],
  2038: ["02-04", "04-05", "06-07", "09-13"],
  2039: ["01-24", "04-05", "05-27", "10-02"],
  2040: ["02-12", "04-04", "06-14", "09-20"],
  2041: ["02-01", "04-04", "06-03", "09-10"],
  2042: ["01-22", "04-04", "06-22", "09-28"],
  2043: ["02-10", "04-05", "06-11", "09-17"],
  2044: ["01-30", "04-04", "05-31", "10-05"],
  2045: ["02-17", "04-04", "06-19", "09-25"],
  2046: ["02-06", "04-04", "06-08", "09-15"],
  2047: ["01-26", "04-05", "05-29", "10-04"],
  2048: ["02-14", "04-04", "06-15", "09-22"],
  2049: ["02-02", "04-04", "06-04", "09-11"],
  2050: ["01-23", "04-04", "06-23", "09-30"],
};

/** 1 January, the first two days of May and the first three of October. */
const FIXED = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"] as const;

const DAY = 86_400_000;

/** The years that the table covers. */
export const STATUTORY_YEARS: readonly number[] = Object.keys(MOVABLE).map(Number);

/**
 * The 13 days that are a holiday for everyone, "YYYY-MM-DD", by article 2 of the regulation on public holidays
 * (全国年节及纪念日放假办法) as amended on 2024-11-10.
 */
export function statutoryHolidays(year: number): readonly string[] {
  const movable = MOVABLE[year];
  if (movable === undefined) throw new Error(`no movable holidays for ${year}`);
  const [lunarYear, ...others] = movable.map((day) => `${year}-${day}`);
  // New Year's eve and the first three days.
  const spring = [-1, 0, 1, 2].map((days) => daysAfter(lunarYear ?? "", days));
  return [...FIXED.map((day) => `${year}-${day}`), ...spring, ...others];
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}
