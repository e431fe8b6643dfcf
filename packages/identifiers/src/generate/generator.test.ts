import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  creditCode,
  findingCodes,
  landlineNumber,
  legacyResidentId,
  mainlandTravelPermit,
  mobileNumber,
  organisationCode,
  passport,
  permanentResidentCard,
  personName,
  registrationNumber,
  residencePermit,
  residentId,
  taiwanTravelPermit,
  taxpayerNumber,
} from "../index.ts";
import type { FindingCode, IdentifierKind, IdentifierName } from "../index.ts";
import { createGenerator } from "./generator.ts";
import type { WrongCode } from "./generator.ts";
import type { ResidentIdOptions } from "./residents.ts";

const KINDS: Readonly<Record<IdentifierName, IdentifierKind<unknown>>> = {
  residentId,
  legacyResidentId,
  residencePermit,
  permanentResidentCard,
  mainlandTravelPermit,
  taiwanTravelPermit,
  passport,
  creditCode,
  organisationCode,
  registrationNumber,
  taxpayerNumber,
  mobileNumber,
  landlineNumber,
  personName,
};

/** Every error that each kind can be made to have, as a table to run through. */
const WRONG: { readonly [Name in IdentifierName]: readonly WrongCode<Name>[] } = {
  residentId: [
    "CHARACTER_FULL_WIDTH",
    "CHARACTER_SEPARATOR",
    "CHARACTER_INVISIBLE",
    "CHARACTER_LOOKALIKE",
    "RESIDENT_ID_LENGTH",
    "RESIDENT_ID_CHARACTER",
    "RESIDENT_ID_PROVINCE",
    "RESIDENT_ID_PERMIT_REGION",
    "RESIDENT_ID_DATE",
    "RESIDENT_ID_DATE_EARLY",
    "RESIDENT_ID_DATE_FUTURE",
    "RESIDENT_ID_CHECK",
  ],
  legacyResidentId: [
    "CHARACTER_FULL_WIDTH",
    "CHARACTER_SEPARATOR",
    "CHARACTER_INVISIBLE",
    "LEGACY_RESIDENT_ID_LENGTH",
    "RESIDENT_ID_CHARACTER",
    "RESIDENT_ID_PROVINCE",
    "RESIDENT_ID_DATE",
  ],
  residencePermit: [
    "CHARACTER_FULL_WIDTH",
    "CHARACTER_SEPARATOR",
    "CHARACTER_INVISIBLE",
    "CHARACTER_LOOKALIKE",
    "RESIDENT_ID_LENGTH",
    "RESIDENT_ID_CHARACTER",
    "RESIDENT_ID_PROVINCE",
    "RESIDENT_ID_PERMIT_REGION",
    "RESIDENT_ID_DATE",
    "RESIDENT_ID_DATE_EARLY",
    "RESIDENT_ID_DATE_FUTURE",
    "RESIDENT_ID_CHECK",
  ],
  permanentResidentCard: [
    "CHARACTER_FULL_WIDTH",
    "CHARACTER_SEPARATOR",
    "CHARACTER_INVISIBLE",
    "PR_CARD_LENGTH",
    "PR_CARD_CHARACTER",
    "PR_CARD_PROVINCE",
    "PR_CARD_DATE",
    "PR_CARD_DATE_EARLY",
    "PR_CARD_DATE_FUTURE",
    "PR_CARD_CHECK",
  ],
  mainlandTravelPermit: ["CHARACTER_FULL_WIDTH", "MAINLAND_PERMIT_LENGTH", "MAINLAND_PERMIT_CHARACTER"],
  taiwanTravelPermit: ["CHARACTER_SEPARATOR", "TAIWAN_PERMIT_LENGTH", "TAIWAN_PERMIT_CHARACTER"],
  passport: ["CHARACTER_INVISIBLE", "PASSPORT_LENGTH", "PASSPORT_CHARACTER"],
  creditCode: [
    "CHARACTER_FULL_WIDTH",
    "CHARACTER_SEPARATOR",
    "CHARACTER_INVISIBLE",
    "USCC_LENGTH",
    "USCC_CHARACTER",
    "USCC_ORGANISATION_CHECK",
    "USCC_CHECK",
  ],
  organisationCode: ["ORGANISATION_CODE_LENGTH", "ORGANISATION_CODE_CHARACTER", "ORGANISATION_CODE_CHECK"],
  registrationNumber: ["REGISTRATION_LENGTH", "REGISTRATION_CHARACTER", "REGISTRATION_CHECK"],
  taxpayerNumber: ["TAXPAYER_LENGTH", "TAXPAYER_CHARACTER", "TAXPAYER_CHECK"],
  mobileNumber: ["MOBILE_LENGTH", "MOBILE_CHARACTER", "MOBILE_COUNTRY", "MOBILE_PREFIX"],
  landlineNumber: [
    "LANDLINE_LENGTH",
    "LANDLINE_CHARACTER",
    "LANDLINE_COUNTRY",
    "LANDLINE_AREA",
    "LANDLINE_SUBSCRIBER",
  ],
  personName: [
    "CHARACTER_SEPARATOR",
    "CHARACTER_INVISIBLE",
    "NAME_LENGTH",
    "NAME_CHARACTER",
    "NAME_RADICAL",
    "NAME_SEPARATOR_PLACE",
  ],
};

// Object.keys forgets the key type of the table above.
const names = Object.keys(WRONG) as readonly IdentifierName[];
const faults = names.flatMap((name) => WRONG[name].map((code: FindingCode) => [name, code] as const));

const unusable = (field: string) =>
  expect.objectContaining({ name: "GeneratorError", code: "ARGUMENT_UNUSABLE", field });

const seeds = fc.string({ maxLength: 20 });

/** As a caller without types would ask: the table above is not tied to the types of the generator. */
const wrong = (seed: string, name: IdentifierName, code: FindingCode): string =>
  // The cast forgets which code belongs to which kind.
  (createGenerator(seed) as { wrong: (name: IdentifierName, code: FindingCode) => string }).wrong(name, code);

const twenty = (seed: string): readonly string[] => {
  const make = createGenerator(seed);
  return Array.from({ length: 20 }, () => make.valid("residentId"));
};

describe("createGenerator", () => {
  it.each(names)("makes inputs that parse as themselves: %s", (name) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const value = createGenerator(seed).valid(name);

        expect(KINDS[name].parse(value)).toMatchObject({ valid: true, value });
      }),
    );
  });

  it.each(faults)("makes inputs with one error and no other: %s, %s", (name, code) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { valid, findings } = KINDS[name].parse(wrong(seed, name, code));

        expect(valid).toBe(false);
        expect(findings.filter(({ severity }) => severity === "error").map((one) => one.code)).toEqual([
          code,
        ]);
      }),
    );
  });

  it("knows every error there is, but that of an input that is no text", () => {
    const errors = Object.entries(findingCodes)
      .filter(([, severity]) => severity !== "warning")
      .map(([code]) => code);
    const made = new Set([...faults.map(([, code]) => code), "NOT_A_STRING"]);

    expect([...made].toSorted()).toEqual(errors.toSorted());
  });

  it("makes the same inputs from the same seed, and others from another", () => {
    expect(twenty("a")).toEqual(twenty("a"));
    expect(twenty("a")).not.toEqual(twenty("b"));
    expect(new Set(twenty("a")).size).toBeGreaterThan(15);
  });

  it("makes a resident ID for somebody of that age and sex, and of nobody", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom<"M" | "F">("M", "F"), (seed, sex) => {
        const value = createGenerator(seed).valid("residentId", { birthDate: "2012-02-29", sex });
        const parsed = residentId.parse(value, { asOf: "2026-11-21" });

        expect(parsed).toMatchObject({ valid: true, parts: { birthDate: "2012-02-29", sex } });
        expect(value).toMatch(/^\d{2}0000/);
      }),
    );
  });

  it("keeps to ranges that belong to nobody", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const make = createGenerator(seed);

        expect(make.valid("residentId")).toMatch(/^\d{2}0000190[12]/);
        expect(make.valid("legacyResidentId")).toMatch(/^\d{2}00000[12]/);
        expect(make.valid("residencePermit")).toMatch(/^8[123]0000190[12]/);
        expect(make.valid("permanentResidentCard")).toMatch(/^9\d{5}190[12]/);
        expect(make.valid("creditCode")).toMatch(/^\d{8}PDY/);
        expect(make.valid("organisationCode")).toMatch(/^PDY(?!00000)/);
        expect(make.valid("taxpayerNumber")).toMatch(/^\d{8}PDY/);
        expect(make.valid("registrationNumber")).toMatch(/^990000/);
        expect(mobileNumber.parse(make.valid("mobileNumber"))).toMatchObject({
          parts: { assigned: false },
        });
        expect(make.valid("landlineNumber")).toMatch(/^0600/);
        expect(make.valid("personName")).toMatch(/^某/);
      }),
    );
  });

  it.each([
    ["2023-02-29", "DATE_MALFORMED"],
    ["1799-12-31", "DATE_OUT_OF_RANGE"],
  ])("refuses to make a resident ID for a birth on %s", (birthDate, code) => {
    expect(() => createGenerator("").valid("residentId", { birthDate })).toThrow(
      expect.objectContaining({ name: "CivilDateError", code, field: "birthDate" }),
    );
  });

  it("refuses an error that a kind cannot have", () => {
    for (const code of ["MOBILE_PREFIX", "toString", "constructor", "__proto__", "", undefined]) {
      // As a caller without types would.
      expect(() => wrong("", "passport", code as FindingCode)).toThrow(unusable("code"));
    }
  });

  it.each(["nationalId", "toString", "constructor", "__proto__", "", undefined, 5])(
    "refuses a kind that is none: %j",
    (kind) => {
      // As a caller without types would.
      const name = kind as IdentifierName;
      expect(() => createGenerator("").valid(name)).toThrow(unusable("kind"));
      expect(() => wrong("", name, "NAME_LENGTH")).toThrow(unusable("kind"));
    },
  );

  it.each([
    [{ sex: "X" }, "sex"],
    [{ sex: null }, "sex"],
    [{ sex: "toString" }, "sex"],
    [null, "options"],
    ["2012-05-06", "options"],
  ])("refuses options that cannot be used: %j", (options, field) => {
    // As a caller without types would.
    expect(() => createGenerator("").valid("residentId", options as ResidentIdOptions)).toThrow(
      unusable(field),
    );
  });

  it("refuses a birth date that is no text, options for another kind, and a seed that is no text", () => {
    // As a caller without types would.
    const make = createGenerator("") as unknown as { valid: (kind: string, options: unknown) => string };
    expect(() => make.valid("residentId", { birthDate: 20120506 })).toThrow(
      expect.objectContaining({ name: "CivilDateError", code: "DATE_MALFORMED", field: "birthDate" }),
    );
    expect(() => make.valid("passport", { birthDate: "2012-05-06" })).toThrow(unusable("options"));
    expect(() => createGenerator(5 as unknown as string)).toThrow(unusable("seed"));
  });
});
