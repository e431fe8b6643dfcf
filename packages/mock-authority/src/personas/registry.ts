import type { SeededRandom } from "../seeded-random.ts";
import { createCompanies } from "./companies.ts";
import type { CompanyPersona } from "./companies.ts";
import { PEOPLE } from "./people.ts";
import type { PersonPersona } from "./people.ts";

/** Anyone or anything the mock knows. */
export type Persona = PersonPersona | CompanyPersona;

/** What the authorities behind every wire have on record: same question, same answer. */
export interface Registry {
  /** All personas, also those without a record yet. */
  readonly personas: readonly Persona[];
  /** People who hold a network identity credential. */
  readonly credentialHolders: readonly PersonPersona[];
  /** The person on record under this ID number. */
  personByIdNumber(idNumber: string): PersonPersona | undefined;
  /** The subscriber of this phone number. */
  personByPhone(phone: string): PersonPersona | undefined;
  /** The company registered under this credit code. */
  companyByCreditCode(creditCode: string): CompanyPersona | undefined;
  /** The company registered under this name. */
  companyByName(name: string): CompanyPersona | undefined;
}

/** The records for one seed. */
export function createRegistry(random: SeededRandom): Registry {
  const companies = createCompanies(random);
  const recorded = PEOPLE.filter((person) => person.recorded);
  const byIdNumber = new Map(recorded.map((person) => [person.idNumber, person]));
  const byPhone = new Map(recorded.map((person) => [person.phone, person]));
  const byCreditCode = new Map(companies.map((company) => [company.creditCode, company]));
  const byName = new Map(companies.map((company) => [company.name, company]));
  return {
    personas: [...PEOPLE, ...companies],
    credentialHolders: recorded.filter((person) => person.networkIdentity !== undefined),
    personByIdNumber: (idNumber) => byIdNumber.get(idNumber),
    personByPhone: (phone) => byPhone.get(phone),
    companyByCreditCode: (code) => byCreditCode.get(code),
    companyByName: (name) => byName.get(name),
  };
}
