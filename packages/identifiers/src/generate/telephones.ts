import type { Random } from "./random.ts";
import { withCharacter } from "./synthesis.ts";
import type { Synthesis } from "./synthesis.ts";

/** Segments that no carrier has been given. */
const mobile = (random: Random): string =>
  random.pick(["160", "163", "164", "168", "169"]) + random.digits(8);

export const mobileNumberSynthesis: Synthesis<
  "MOBILE_LENGTH" | "MOBILE_CHARACTER" | "MOBILE_COUNTRY" | "MOBILE_PREFIX"
> = {
  valid: mobile,
  wrong: {
    MOBILE_LENGTH: (random) => mobile(random).slice(0, -1),
    MOBILE_CHARACTER: (random) => withCharacter(mobile(random), 9, "O"),
    MOBILE_COUNTRY: (random) => `+852${random.digits(8)}`,
    MOBILE_PREFIX: (random) => withCharacter(mobile(random), 1, "2"),
  },
};

/** An area code that no area has. Without it the line would be read as a country code, if it started with 86. */
const landline = (random: Random): string => `0600${random.character("234567")}${random.digits(6)}`;

export const landlineNumberSynthesis: Synthesis<
  "LANDLINE_LENGTH" | "LANDLINE_CHARACTER" | "LANDLINE_COUNTRY" | "LANDLINE_AREA" | "LANDLINE_SUBSCRIBER"
> = {
  valid: landline,
  wrong: {
    LANDLINE_LENGTH: (random) => landline(random).slice(0, 2),
    LANDLINE_CHARACTER: (random) => withCharacter(landline(random), 9, "O"),
    LANDLINE_COUNTRY: (random) => `+852${random.digits(8)}`,
    LANDLINE_AREA: (random) => landline(random).slice(4),
    LANDLINE_SUBSCRIBER: (random) => withCharacter(landline(random), 4, "1"),
  },
};
