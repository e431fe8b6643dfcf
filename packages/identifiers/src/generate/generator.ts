import { readCivilDate } from "../civil-date.ts";
import { CivilDateError } from "../civil-date-error.ts";
import type { IdentifierName } from "../detect.ts";
import type { FindingCode } from "../finding-codes.ts";
import { GeneratorError } from "./generator-error.ts";
import {
  mainlandTravelPermitSynthesis,
  passportSynthesis,
  permanentResidentCardSynthesis,
  taiwanTravelPermitSynthesis,
} from "./documents.ts";
import {
  creditCodeSynthesis,
  organisationCodeSynthesis,
  registrationNumberSynthesis,
  taxpayerNumberSynthesis,
} from "./organisations.ts";
import { personNameSynthesis } from "./person-names.ts";
import { createRandom } from "./random.ts";
import type { Random } from "./random.ts";
import {
  legacyResidentIdSynthesis,
  residencePermitSynthesis,
  residentIdOf,
  residentIdSynthesis,
} from "./residents.ts";
import type { ResidentIdOptions } from "./residents.ts";
import { landlineNumberSynthesis, mobileNumberSynthesis } from "./telephones.ts";

/** Nobody is accepted who was born before; see `residentId`. */
const EARLIEST = "1800-01-01";

interface Syntheses {
  readonly residentId: typeof residentIdSynthesis;
  readonly legacyResidentId: typeof legacyResidentIdSynthesis;
  readonly residencePermit: typeof residencePermitSynthesis;
  readonly permanentResidentCard: typeof permanentResidentCardSynthesis;
  readonly mainlandTravelPermit: typeof mainlandTravelPermitSynthesis;
  readonly taiwanTravelPermit: typeof taiwanTravelPermitSynthesis;
  readonly passport: typeof passportSynthesis;
  readonly creditCode: typeof creditCodeSynthesis;
  readonly organisationCode: typeof organisationCodeSynthesis;
  readonly registrationNumber: typeof registrationNumberSynthesis;
  readonly taxpayerNumber: typeof taxpayerNumberSynthesis;
  readonly mobileNumber: typeof mobileNumberSynthesis;
  readonly landlineNumber: typeof landlineNumberSynthesis;
  readonly personName: typeof personNameSynthesis;
}

const SYNTHESES: Syntheses = {
  residentId: residentIdSynthesis,
  legacyResidentId: legacyResidentIdSynthesis,
  residencePermit: residencePermitSynthesis,
  permanentResidentCard: permanentResidentCardSynthesis,
  mainlandTravelPermit: mainlandTravelPermitSynthesis,
  taiwanTravelPermit: taiwanTravelPermitSynthesis,
  passport: passportSynthesis,
  creditCode: creditCodeSynthesis,
  organisationCode: organisationCodeSynthesis,
  registrationNumber: registrationNumberSynthesis,
  taxpayerNumber: taxpayerNumberSynthesis,
  mobileNumber: mobileNumberSynthesis,
  landlineNumber: landlineNumberSynthesis,
  personName: personNameSynthesis,
};

/** The errors that an input of a kind can be made to have. */
export type WrongCode<Name extends IdentifierName> = FindingCode & keyof Syntheses[Name]["wrong"];

/** Makes up inputs for tests. */
export interface IdentifierGenerator {
  /**
   * A valid resident ID for somebody of that age and sex, and of nobody: its region is a whole province.
   *
   * @throws CivilDateError where `birthDate` is not a real date from 1800 on
   * @throws GeneratorError where another argument cannot be used
   */
  valid(kind: "residentId", options: ResidentIdOptions): string;
  /** A valid input, in canonical form. */
  valid(kind: IdentifierName): string;
  /**
   * An input that has this error, and no other, when it is parsed strictly.
   *
   * @throws GeneratorError where the kind has no such error
   */
  wrong<Name extends IdentifierName>(kind: Name, code: WrongCode<Name>): string;
}

/**
 * Makes up inputs for tests: of every kind, valid or wrong in a way of your choice. The same seed gives the same inputs,
 * within one version of this package.
 *
 * Numbers come from ranges that belong to nobody, wherever such a range exists: whole provinces and births of 1901 and
 * 1902, organisation codes from PDY00001, registration numbers of the authority 990000, segments and area codes that
 * nobody was given, the surname 某. No such range is known for passports and travel permits: use those in tests alone.
 *
 * @param seed - any text
 * @throws GeneratorError where it is none
 * @example
 * ```ts
 * import { residentId } from "@shiming/identifiers";
 * import { createGenerator } from "@shiming/identifiers/generate";
 *
 * const make = createGenerator("sign-up tests");
 * residentId.isValid(make.valid("residentId")); // true
 * make.valid("residentId", { birthDate: "2012-05-06", sex: "F" }); // a girl of 2012
 * make.wrong("residentId", "RESIDENT_ID_CHECK"); // this error, and no other
 * ```
 */
export function createGenerator(seed: string): IdentifierGenerator {
  if (typeof seed !== "string") throw new GeneratorError("seed");
  const random = createRandom(seed);
  return {
    valid(kind: IdentifierName, options?: ResidentIdOptions): string {
      assertKind(kind);
      if (options === undefined) return SYNTHESES[kind].valid(random);
      assertOptions(kind, options);
      return residentIdOf(random, options);
    },

    wrong(kind, code) {
      assertKind(kind);
      const ways: Partial<Readonly<Record<FindingCode, (random: Random) => string>>> = SYNTHESES[kind].wrong;
      const make = Object.hasOwn(ways, code) ? ways[code] : undefined;
      if (make === undefined) throw new GeneratorError("code");
      return make(random);
    },
  };
}

/** What a name of `Object.prototype` would find is no kind. */
function assertKind(kind: IdentifierName): void {
  if (!Object.hasOwn(SYNTHESES, kind)) throw new GeneratorError("kind");
}

function assertOptions(kind: IdentifierName, options: ResidentIdOptions): void {
  const isUsable = kind === "residentId" && typeof options === "object" && options !== null;
  if (!isUsable) throw new GeneratorError("options");
  const { birthDate, sex } = options;
  if (sex !== undefined && sex !== "M" && sex !== "F") throw new GeneratorError("sex");
  assertBirthDate(birthDate);
}

function assertBirthDate(birthDate: string | undefined): void {
  if (birthDate === undefined) return;
  readCivilDate(birthDate, "birthDate");
  if (birthDate < EARLIEST)
    throw new CivilDateError("DATE_OUT_OF_RANGE", "birthDate", `must be from ${EARLIEST}`);
}
