import { permanentResidentCard } from "../permanent-resident-card.ts";
import type { Random } from "./random.ts";
import { complete, longAgo, untidy, withCharacter, withOtherLast } from "./synthesis.ts";
import type { Synthesis, UntidyCode } from "./synthesis.ts";

/** Numbers with four zeros in front. No range is known to belong to nobody: these documents have no check digit. */
const low = (random: Random): string => `0000${random.digits(4)}`;

export type PermanentResidentCardCode =
  | UntidyCode
  | "PR_CARD_LENGTH"
  | "PR_CARD_CHARACTER"
  | "PR_CARD_PROVINCE"
  | "PR_CARD_DATE"
  | "PR_CARD_DATE_EARLY"
  | "PR_CARD_DATE_FUTURE"
  | "PR_CARD_CHECK";

/** The form of 2023, for people who were no longer alive then: from Germany, Japan, Korea, the United States. */
function permanentResident(random: Random): string {
  const nationality = random.pick(["276", "392", "410", "840"]);
  return complete(`911${nationality}${longAgo(random)}${random.digits(3)}`, permanentResidentCard);
}

const bornOn = (number: string, date: string): string => number.slice(0, 6) + date + number.slice(14);

export const permanentResidentCardSynthesis: Synthesis<PermanentResidentCardCode> = {
  valid: permanentResident,
  wrong: {
    ...untidy(permanentResident),
    PR_CARD_LENGTH: (random) => permanentResident(random).slice(0, -1),
    PR_CARD_CHARACTER: (random) => withCharacter(permanentResident(random), 9, "O"),
    PR_CARD_PROVINCE: (random) => permanentResident(random).replace(/^911/, "999"),
    PR_CARD_DATE: (random) => bornOn(permanentResident(random), "19010230"),
    PR_CARD_DATE_EARLY: (random) => bornOn(permanentResident(random), "17991231"),
    PR_CARD_DATE_FUTURE: (random) => bornOn(permanentResident(random), "99991231"),
    PR_CARD_CHECK: (random) => withOtherLast(permanentResident(random)),
  },
};

const mainlandPermit = (random: Random): string => random.pick(["H", "M"]) + low(random);

export const mainlandTravelPermitSynthesis: Synthesis<
  UntidyCode | "MAINLAND_PERMIT_LENGTH" | "MAINLAND_PERMIT_CHARACTER"
> = {
  valid: mainlandPermit,
  wrong: {
    ...untidy(mainlandPermit),
    MAINLAND_PERMIT_LENGTH: (random) => mainlandPermit(random).slice(0, -1),
    MAINLAND_PERMIT_CHARACTER: (random) => withCharacter(mainlandPermit(random), 0, "T"),
  },
};

export const taiwanTravelPermitSynthesis: Synthesis<
  UntidyCode | "TAIWAN_PERMIT_LENGTH" | "TAIWAN_PERMIT_CHARACTER"
> = {
  valid: low,
  wrong: {
    ...untidy(low),
    TAIWAN_PERMIT_LENGTH: (random) => low(random).slice(0, -1),
    TAIWAN_PERMIT_CHARACTER: (random) => withCharacter(low(random), 0, "T"),
  },
};

const ordinaryPassport = (random: Random): string => `E${low(random)}`;

export const passportSynthesis: Synthesis<UntidyCode | "PASSPORT_LENGTH" | "PASSPORT_CHARACTER"> = {
  valid: ordinaryPassport,
  wrong: {
    ...untidy(ordinaryPassport),
    PASSPORT_LENGTH: (random) => ordinaryPassport(random).slice(0, -2),
    // The letter I is not used.
    PASSPORT_CHARACTER: (random) => withCharacter(ordinaryPassport(random), 1, "I"),
  },
};
