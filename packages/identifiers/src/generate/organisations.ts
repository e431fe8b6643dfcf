import { creditCode } from "../credit-code.ts";
import { organisationCode } from "../organisation-code.ts";
import { registrationNumber } from "../registration-number.ts";
import type { Random } from "./random.ts";
import { complete, untidy, withCharacter, withOtherLast } from "./synthesis.ts";
import type { Synthesis, UntidyCode } from "./synthesis.ts";

/** PDY00001 to PDY99999 are for a user's own purposes (GB 11714-1997): no organisation has one. */
function userDefined(random: Random): string {
  const number = String(1 + random.below(99_999)).padStart(5, "0");
  return complete(`PDY${number}`, organisationCode);
}

/** An enterprise of market regulation in Beijing. */
const HEAD = "91110000";

const credit = (random: Random): string => complete(HEAD + userDefined(random), creditCode);

/** In the last character of the organisation code, so that nothing else is wrong first. */
const INNER_CHECK_INDEX = 16;

const withOtherInner = (code: string): string =>
  withCharacter(code, INNER_CHECK_INDEX, code.charAt(INNER_CHECK_INDEX) === "0" ? "1" : "0");

export const creditCodeSynthesis: Synthesis<
  UntidyCode | "USCC_LENGTH" | "USCC_CHARACTER" | "USCC_ORGANISATION_CHECK" | "USCC_CHECK"
> = {
  valid: credit,
  wrong: {
    ...untidy(credit),
    USCC_LENGTH: (random) => credit(random).slice(0, -1),
    USCC_CHARACTER: (random) => withCharacter(credit(random), 0, "O"),
    USCC_ORGANISATION_CHECK: (random) => withOtherInner(credit(random)),
    USCC_CHECK: (random) => withOtherLast(credit(random)),
  },
};

export const organisationCodeSynthesis: Synthesis<
  UntidyCode | "ORGANISATION_CODE_LENGTH" | "ORGANISATION_CODE_CHARACTER" | "ORGANISATION_CODE_CHECK"
> = {
  valid: userDefined,
  wrong: {
    ...untidy(userDefined),
    ORGANISATION_CODE_LENGTH: (random) => userDefined(random).slice(0, -1),
    ORGANISATION_CODE_CHARACTER: (random) => withCharacter(userDefined(random), 0, "_"),
    ORGANISATION_CODE_CHECK: (random) => withOtherLast(userDefined(random)),
  },
};

/** Of an authority that is none: no province starts with 99. */
const registration = (random: Random): string =>
  complete(`9900000000${random.digits(4)}`, registrationNumber);

export const registrationNumberSynthesis: Synthesis<
  UntidyCode | "REGISTRATION_LENGTH" | "REGISTRATION_CHARACTER" | "REGISTRATION_CHECK"
> = {
  valid: registration,
  wrong: {
    ...untidy(registration),
    REGISTRATION_LENGTH: (random) => registration(random).slice(0, -1),
    REGISTRATION_CHARACTER: (random) => withCharacter(registration(random), 9, "O"),
    REGISTRATION_CHECK: (random) => withOtherLast(registration(random)),
  },
};

export const taxpayerNumberSynthesis: Synthesis<
  UntidyCode | "TAXPAYER_LENGTH" | "TAXPAYER_CHARACTER" | "TAXPAYER_CHECK"
> = {
  valid: credit,
  wrong: {
    ...untidy(credit),
    TAXPAYER_LENGTH: (random) => credit(random).slice(0, -2),
    TAXPAYER_CHARACTER: (random) => withCharacter(credit(random), 0, "_"),
    TAXPAYER_CHECK: (random) => withOtherLast(credit(random)),
  },
};
