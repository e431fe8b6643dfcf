import { residencePermit } from "../residence-permit.ts";
import { residentId } from "../resident-id.ts";
import type { IdentifierKind } from "../identifier-kind.ts";
import type { Random } from "./random.ts";
import { complete, longAgo, untidy, withCharacter, withOtherLast } from "./synthesis.ts";
import type { Synthesis, UntidyCode } from "./synthesis.ts";

/** Whole provinces: nobody's number is coded with one, the registered residence is in a county. */
const PROVINCES = ["110000", "310000", "440000", "510000", "650000"] as const;

/** The only region codes of residence permits. They were first given in 2018, to people born later than these. */
const PERMIT_REGIONS = ["810000", "820000", "830000"] as const;

/** Whom a resident ID is made up for. */
export interface ResidentIdOptions {
  /** "YYYY-MM-DD"; default a day of 1901 or 1902. */
  readonly birthDate?: string;
  /** Default either. */
  readonly sex?: "M" | "F";
}

/** A resident ID number of nobody. */
export function residentIdOf(random: Random, { birthDate, sex }: ResidentIdOptions = {}): string {
  const date = birthDate?.replaceAll("-", "") ?? longAgo(random);
  const last = sex === undefined ? "0123456789" : { M: "13579", F: "02468" }[sex];
  return complete(random.pick(PROVINCES) + date + random.digits(2) + random.character(last), residentId);
}

function permitNumber(random: Random): string {
  return complete(random.pick(PERMIT_REGIONS) + longAgo(random) + random.digits(3), residencePermit);
}

export type ResidentIdCode =
  | UntidyCode
  | "CHARACTER_LOOKALIKE"
  | "RESIDENT_ID_LENGTH"
  | "RESIDENT_ID_CHARACTER"
  | "RESIDENT_ID_PROVINCE"
  | "RESIDENT_ID_PERMIT_REGION"
  | "RESIDENT_ID_DATE"
  | "RESIDENT_ID_DATE_EARLY"
  | "RESIDENT_ID_DATE_FUTURE"
  | "RESIDENT_ID_CHECK";

const withRegion = (number: string, region: string): string => region + number.slice(6);
const withDate = (number: string, date: string): string => number.slice(0, 6) + date + number.slice(14);

/** The faults that the two kinds of 18 characters share; the check character need not fit any more. */
function wrongNumbers(
  valid: (random: Random) => string,
  kind: IdentifierKind<unknown>,
): Omit<Synthesis<ResidentIdCode>["wrong"], "RESIDENT_ID_PERMIT_REGION"> {
  return {
    ...untidy(valid),
    CHARACTER_LOOKALIKE: (random) => endingInX(valid(random), kind).replace("X", "\u2169"),
    RESIDENT_ID_LENGTH: (random) => valid(random).slice(0, -1),
    RESIDENT_ID_CHARACTER: (random) => withCharacter(valid(random), 9, "O"),
    RESIDENT_ID_PROVINCE: (random) => withRegion(valid(random), "990000"),
    RESIDENT_ID_DATE: (random) => withDate(valid(random), "19010230"),
    RESIDENT_ID_DATE_EARLY: (random) => withDate(valid(random), "17991231"),
    RESIDENT_ID_DATE_FUTURE: (random) => withDate(valid(random), "99991231"),
    RESIDENT_ID_CHECK: (random) => withOtherLast(valid(random)),
  };
}

/** The number of somebody of the same region and day whose check character is X. */
function endingInX(number: string, kind: IdentifierKind<unknown>): string {
  for (let sequence = 0; sequence < 100; sequence++) {
    const other = `${number.slice(0, 14)}${String(sequence).padStart(3, "0")}X`;
    if (kind.isValid(other)) return other;
  }
  // Two digits of the sequence leave every remainder of eleven.
  throw new RangeError("no check character is X");
}

export const residentIdSynthesis: Synthesis<ResidentIdCode> = {
  valid: residentIdOf,
  wrong: {
    ...wrongNumbers(residentIdOf, residentId),
    RESIDENT_ID_PERMIT_REGION: (random) => withRegion(residentIdOf(random), "810001"),
  },
};

export const residencePermitSynthesis: Synthesis<ResidentIdCode> = {
  valid: permitNumber,
  wrong: { ...wrongNumbers(permitNumber, residencePermit), RESIDENT_ID_PERMIT_REGION: residentIdOf },
};

function legacyNumber(random: Random): string {
  // Sequence numbers from 996 are of another century.
  return random.pick(PROVINCES) + longAgo(random).slice(2) + random.character("012345678") + random.digits(2);
}

export type LegacyResidentIdCode =
  | UntidyCode
  | "LEGACY_RESIDENT_ID_LENGTH"
  | "RESIDENT_ID_CHARACTER"
  | "RESIDENT_ID_PROVINCE"
  | "RESIDENT_ID_DATE";

export const legacyResidentIdSynthesis: Synthesis<LegacyResidentIdCode> = {
  valid: legacyNumber,
  wrong: {
    ...untidy(legacyNumber),
    LEGACY_RESIDENT_ID_LENGTH: (random) => legacyNumber(random).slice(0, -1),
    RESIDENT_ID_CHARACTER: (random) => withCharacter(legacyNumber(random), 9, "O"),
    RESIDENT_ID_PROVINCE: (random) => withRegion(legacyNumber(random), "990000"),
    // 1900 had no 29 February.
    RESIDENT_ID_DATE: (random) => legacyNumber(random).replace(/\d{6}(?=\d{3}$)/, "000229"),
  },
};
