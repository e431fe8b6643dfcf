import type { PresetCitizen } from "../../personas/nppa-citizens.ts";
import type { PersonPersona } from "../../personas/people.ts";
import type { SeededRandom } from "../../seeded-random.ts";

/**
 * The `pi` of the citizens whose check succeeds, by ID number.
 *
 * Source: description of the test system, V1.2 (2021-02-20), section 1, beside their names and numbers.
 */
const PUBLISHED: ReadonlyMap<string, string> = new Map([
  ["110000190101010001", "1fffbjzos82bs9cnyj1dna7d6d29zg4esnh99u"],
  ["110000190101020007", "1fffbkmd9ebtwi7u7f4oswm9li6twjydqs7qjv"],
  ["110000190101030002", "1fffblf892i0p1zh6wlec2quukxtw29v4yismp"],
  ["110000190101040008", "1fffbmr55j92gttv5wxspm0mgvw8x3p0n7cy0j"],
  ["11000019010101001X", "1fffbjqfba5y6uwr55cdak6faokhm4s02qkyue"],
  ["110000190101020015", "1fffbkrwndszes1sngfx3v6pdqh87fi4zhz9ur"],
  ["110000190101030010", "1fffbl6st3fbp199i8zh5ggcp84fgo3rj7pn1y"],
  ["110000190101040016", "1fffbmzwmr1k3y8bri2linqbhnvmu510u5jj6z"],
]);

/** Six digits in base 26 (0 to 9, then a to p) for a birth date `YYYYMMDD` (specification V1.8). */
export function birthDateDigits(yyyymmdd: string): string {
  return Number(yyyymmdd).toString(26).padStart(6, "0");
}

/** The published `pi` of a citizen; undefined for one without. */
export function publishedPlayerIdOf({ idNumber }: PresetCitizen): string | undefined {
  return PUBLISHED.get(idNumber);
}

/** The published `pi` of a person, or for one without: the birth date and 32 characters that follow from the seed. */
export function playerIdOf(person: PersonPersona, random: SeededRandom): string {
  const code = random.derive(`nppa pi ${person.id}`).slice(0, 32);
  return publishedPlayerIdOf(person) ?? `${birthDateDigits(person.idNumber.slice(6, 14))}${code}`;
}
