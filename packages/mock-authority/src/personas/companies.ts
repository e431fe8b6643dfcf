import type { SeededRandom } from "../seeded-random.ts";
import { creditCheckCharacter, organisationCheckCharacter } from "./check-digits.ts";
import { PEOPLE } from "./people.ts";

/** Registry states as the company checks report them. */
export type OperatingStatus = "open" | "deregistered" | "revoked";

/** A made-up company, the same on every wire. */
export interface CompanyPersona {
  /** Stable id, for example `company-1`. */
  readonly id: string;
  readonly kind: "company";
  /** What this is, one English sentence. */
  readonly story: string;
  readonly name: string;
  /** 18 characters, valid check characters, never a real company's. */
  readonly creditCode: string;
  /** Name and ID number of the legal representative, and the persona they belong to. */
  readonly legalRepresentative: {
    readonly name: string;
    readonly idNumber: string;
    readonly persona: string;
  };
  readonly operatingStatus: OperatingStatus;
}

const STORIES: readonly (readonly [numeral: string, status: OperatingStatus, story: string])[] = [
  ["一", "open", "Open for business."],
  ["二", "open", "Open for business, with another legal representative."],
  ["三", "revoked", "Its licence was revoked."],
  ["四", "deregistered", "Was deregistered."],
];

/** GB 11714-1997 sets PDY00001 to PDY99999 aside for a user's own numbers, never valid between systems. */
const USER_DEFINED_NUMBERS = 99_999;

/** An enterprise (GB 32100-2015, department 9, category 1) registered in Beijing. */
const ENTERPRISE_IN_BEIJING = "91110000";

function creditCode(userDefinedNumber: number): string {
  const organisation = `PDY${String(userDefinedNumber).padStart(5, "0")}`;
  const body = `${ENTERPRISE_IN_BEIJING}${organisation}${organisationCheckCharacter(organisation)}`;
  return `${body}${creditCheckCharacter(body)}`;
}

/** A few companies whose numbers depend on the seed, so that two mocks do not share a fixture by accident. */
export function createCompanies(random: SeededRandom): readonly CompanyPersona[] {
  const first = Number.parseInt(random.derive("companies").slice(0, 8), 16);
  return STORIES.flatMap(([numeral, operatingStatus, story], index): CompanyPersona[] => {
    const representative = PEOPLE[index];
    if (representative === undefined) return [];
    return [
      {
        id: `company-${index + 1}`,
        kind: "company",
        story,
        name: `测试企业${numeral}有限公司`,
        creditCode: creditCode(((first + index) % USER_DEFINED_NUMBERS) + 1),
        legalRepresentative: {
          name: representative.name,
          idNumber: representative.idNumber,
          persona: representative.id,
        },
        operatingStatus,
      },
    ];
  });
}
