import { describe, expect, it } from "vitest";
import { createSeededRandom } from "../seeded-random.ts";
import { creditCheckCharacter, organisationCheckCharacter } from "./check-digits.ts";
import type { CompanyPersona } from "./companies.ts";
import { PEOPLE } from "./people.ts";
import { createRegistry } from "./registry.ts";

const registry = createRegistry(createSeededRandom("test"));
const companies = registry.personas.filter(
  (persona): persona is CompanyPersona => persona.kind === "company",
);

describe("people", () => {
  it("are the sixteen preset citizens, eight of them on record", () => {
    expect(PEOPLE).toHaveLength(16);
    expect(PEOPLE.filter(({ recorded }) => recorded)).toHaveLength(8);
    expect(new Set(PEOPLE.map(({ idNumber }) => idNumber)).size).toBe(16);
  });

  it("have phones in a segment without subscribers, and an eight-digit password, when on record", () => {
    for (const person of PEOPLE.filter(({ recorded }) => recorded)) {
      expect(person.phone).toMatch(/^164\d{8}$/);
      expect(person.networkIdentity?.password).toMatch(/^\d{8}$/);
    }
  });

  it("hold a credential in every state", () => {
    const states = registry.credentialHolders.map(({ networkIdentity }) => networkIdentity?.state);
    expect(new Set(states)).toEqual(new Set(["active", "expired", "frozen", "revoked", "superseded"]));
  });

  it("are unknown to the records while pending", () => {
    for (const { idNumber } of PEOPLE.filter(({ recorded }) => !recorded)) {
      expect(registry.personByIdNumber(idNumber)).toBeUndefined();
    }
  });
});

describe("companies", () => {
  it("have credit codes with valid check characters in the range that is never valid between systems", () => {
    for (const { creditCode } of companies) {
      expect(creditCode).toMatch(/^91110000PDY\d{5}[\dX][0-9A-Z]$/);
      expect(creditCode.charAt(16)).toBe(organisationCheckCharacter(creditCode.slice(8, 16)));
      expect(creditCode.charAt(17)).toBe(creditCheckCharacter(creditCode.slice(0, 17)));
    }
  });

  it("have different codes, among themselves and for another seed", () => {
    const other = createRegistry(createSeededRandom("other")).personas.flatMap((persona) =>
      persona.kind === "company" ? [persona.creditCode] : [],
    );
    const codes = companies.map(({ creditCode }) => creditCode);
    expect(new Set([...codes, ...other]).size).toBe(codes.length * 2);
  });

  it("are represented by people on record, and one had its licence revoked", () => {
    for (const { legalRepresentative } of companies) {
      const person = PEOPLE.find(({ id }) => id === legalRepresentative.persona);
      expect(person).toMatchObject({ name: legalRepresentative.name, recorded: true });
    }
    expect(companies.map(({ operatingStatus }) => operatingStatus)).toContain("revoked");
  });

  it("are found by code and by name", () => {
    for (const company of companies) {
      expect(registry.companyByCreditCode(company.creditCode)).toBe(company);
      expect(registry.companyByName(company.name)).toBe(company);
    }
  });
});
