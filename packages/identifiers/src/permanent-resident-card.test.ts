import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isKnownNationality } from "./nationalities.ts";
import { permanentResidentCard } from "./permanent-resident-card.ts";
import { residentId } from "./resident-id.ts";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** With the check character of GB 11643-1999, as printed there. */
function withCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + "10X98765432".charAt(sum % 11);
}

/** With the check digit of ICAO Doc 9303 part 3. */
function withIcaoCheck(body: string): string {
  const weighted = Array.from(
    body,
    (character, index) => Number.parseInt(character, 36) * Number("731".charAt(index % 3)),
  );
  return body + String(weighted.reduce((sum, value) => sum + value, 0) % 10);
}

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

const valueAt = (number: string, index: number) => Number.parseInt(number.charAt(index), 36);

const codesOf = (input: string) => permanentResidentCard.parse(input).findings.map(({ code }) => code);

describe("permanentResidentCard of 2023", () => {
  it("accepts the specimen of the adaptation notice: Jiangsu, Saudi Arabia", () => {
    expect(permanentResidentCard.parse("932682198501010017")).toEqual({
      valid: true,
      value: "932682198501010017",
      parts: {
        form: "2023",
        regionCode: "32",
        nationality: "682",
        birthDate: "1985-01-01",
        sequence: "001",
        checkCharacter: "7",
      },
      findings: [],
    });
  });

  it("accepts the published card image: Beijing, Canada", () => {
    expect(permanentResidentCard.parse("911124198108030024")).toMatchObject({
      valid: true,
      parts: { regionCode: "11", nationality: "124", birthDate: "1981-08-03" },
      findings: [],
    });
  });

  it("is no resident ID", () => {
    expect(residentId.isValid("911124198108030024")).toBe(false);
    expect(residentId.isValid("932682198501010017")).toBe(false);
  });

  it.each([
    ["", "PR_CARD_LENGTH", undefined],
    ["91112419810803002", "PR_CARD_LENGTH", undefined],
    ["811124198108030024", "PR_CARD_CHARACTER", [0, 1]],
    ["91112A198108030024", "PR_CARD_CHARACTER", [5, 6]],
    ["91112419810803002A", "PR_CARD_CHARACTER", [17, 18]],
    [withCheck("99912419810803002"), "PR_CARD_PROVINCE", [1, 3]],
    [withCheck("98112419810803002"), "PR_CARD_PROVINCE", [1, 3]],
    [withCheck("91112419810230002"), "PR_CARD_DATE", [6, 14]],
    [withCheck("91112417991231002"), "PR_CARD_DATE_EARLY", [6, 10]],
    ["911124198108030025", "PR_CARD_CHECK", [17, 18]],
  ])("tells what is wrong with %s, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(permanentResidentCard.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("refuses a birth after asOf", () => {
    expect(permanentResidentCard.parse("911124198108030024", { asOf: "1981-08-02" }).findings).toEqual([
      { code: "PR_CARD_DATE_FUTURE", severity: "error", at: [6, 14] },
    ]);
  });

  it("refuses every change of one digit and every swap of two neighbours", () => {
    const bodies = fc
      .tuple(fc.constantFrom("911124", "932682", "965276"), fc.integer({ min: 0, max: 9999 }), fc.nat(999))
      .map(([head, year, sequence]) =>
        withCheck(`${head}${1900 + (year % 100)}0315${String(sequence).padStart(3, "0")}`),
      );
    fc.assert(
      fc.property(bodies, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, index, shift) => {
        const changed = String((Number(number[index]) + shift) % 10);
        const replaced = number.slice(0, index) + changed + number.slice(index + 1);
        expect(permanentResidentCard.isValid(replaced)).toBe(false);
        fc.pre(number[index] !== number[index + 1]);
        const swapped = number.slice(0, index) + number[index + 1] + number[index] + number.slice(index + 2);
        expect(permanentResidentCard.isValid(swapped)).toBe(false);
      }),
    );
  });

  it.each(["156", "344", "446", "158"])("warns about %s, a code of China's own", (nationality) => {
    const card = withCheck(`911${nationality}19810803002`);
    const findings = [{ code: "PR_CARD_NATIONALITY_UNKNOWN", severity: "warning", at: [3, 6] }];
    expect(permanentResidentCard.parse(card)).toMatchObject({ valid: true, findings });
    expect(permanentResidentCard.parse(card, { nationalities: isKnownNationality })).toMatchObject({
      valid: true,
      findings,
    });
    expect(permanentResidentCard.parse(card, { nationalities: () => true }).findings).toEqual([]);
  });

  it("warns about a nationality that the caller does not know, and about 000", () => {
    const card = withCheck("91199919810803002");
    expect(permanentResidentCard.parse(card)).toMatchObject({ valid: true, findings: [] });
    expect(permanentResidentCard.parse(card, { nationalities: isKnownNationality })).toMatchObject({
      valid: true,
      findings: [{ code: "PR_CARD_NATIONALITY_UNKNOWN", severity: "warning", at: [3, 6] }],
    });
    expect(permanentResidentCard.parse(withCheck("91100019810803002"))).toMatchObject({
      valid: true,
      findings: [{ code: "PR_CARD_STATELESS", severity: "warning", at: [3, 6] }],
    });
  });

  it("accepts x for X", () => {
    const withX = fc
      .sample(fc.integer({ min: 0, max: 999 }), 200)
      .map((sequence) => withCheck(`91112419810803${String(sequence).padStart(3, "0")}`))
      .find((number) => number.endsWith("X"));
    expect(permanentResidentCard.parse(withX?.toLowerCase() ?? "")).toMatchObject({
      valid: true,
      value: withX,
    });
  });
});

describe("permanentResidentCard of 2017", () => {
  it("accepts the official specimen", () => {
    expect(permanentResidentCard.parse("CAN110081080310")).toEqual({
      valid: true,
      value: "CAN110081080310",
      parts: {
        form: "2017",
        nationality: "CAN",
        regionCode: "1100",
        shortBirthDate: "810803",
        sequence: "1",
        checkCharacter: "0",
      },
      findings: [],
    });
  });

  it("accepts another published number, in lower case too", () => {
    expect(permanentResidentCard.parse("kaz110090123105")).toMatchObject({
      valid: true,
      value: "KAZ110090123105",
      findings: [],
    });
  });

  it.each([
    ["CAN11008108031", "PR_CARD_LENGTH", undefined],
    ["1AN110081080310", "PR_CARD_CHARACTER", [0, 1]],
    ["CAN1100810803A0", "PR_CARD_CHARACTER", [13, 14]],
    [withIcaoCheck("CAN11008113031"), "PR_CARD_DATE", [7, 13]],
    [withIcaoCheck("CAN11008102291"), "PR_CARD_DATE", [7, 13]],
    ["CAN110081080311", "PR_CARD_CHECK", [14, 15]],
    ["CAM110081080310", "PR_CARD_CHECK", [14, 15]],
  ])("tells what is wrong with %s, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(permanentResidentCard.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("accepts a birth on 29 February 2000", () => {
    expect(permanentResidentCard.isValid(withIcaoCheck("CAN11000002291"))).toBe(true);
  });

  it.each(["YUG", "ZAR", "SUN", "CHN", "XXX"])("warns about the nationality %s", (nationality) => {
    const card = withIcaoCheck(`${nationality}11008108031`);
    expect(permanentResidentCard.parse(card, { nationalities: isKnownNationality })).toMatchObject({
      valid: true,
      findings: [{ code: "PR_CARD_NATIONALITY_UNKNOWN", severity: "warning", at: [0, 3] }],
    });
  });

  it.each(["chn", "HKG", "MAC", "TWN"])("warns about %s, a code of China's own", (nationality) => {
    expect(permanentResidentCard.parse(withIcaoCheck(`${nationality}11008108031`))).toMatchObject({
      valid: true,
      findings: [{ code: "PR_CARD_NATIONALITY_UNKNOWN", severity: "warning", at: [0, 3] }],
    });
  });

  it.each(["0100", "4700", "7100", "8100", "9900"])("accepts the region %s with a warning", (region) => {
    expect(permanentResidentCard.parse(withIcaoCheck(`CAN${region}8108031`))).toMatchObject({
      valid: true,
      parts: { regionCode: region },
      findings: [{ code: "REGION_UNKNOWN", severity: "warning", at: [3, 5] }],
    });
  });

  it("tells of nationality and region at once", () => {
    expect(codesOf(withIcaoCheck("CHN00008108031"))).toEqual([
      "PR_CARD_NATIONALITY_UNKNOWN",
      "REGION_UNKNOWN",
    ]);
  });

  /** Numbers of any letters, region, and sequence. */
  const oldNumbers = fc
    .tuple(
      fc.string({
        unit: fc.constantFrom(...LETTERS),
        minLength: 3,
        maxLength: 3,
      }),
      fc.nat(9999),
      fc.nat(9),
    )
    .map(([letters, region, sequence]) =>
      withIcaoCheck(`${letters}${String(region).padStart(4, "0")}810803${sequence}`),
    );

  it("does not notice a change of one character exactly where the values are ten or twenty apart", () => {
    fc.assert(
      fc.property(oldNumbers, fc.nat(2), fc.constantFrom(...LETTERS), (number, index, letter) => {
        const changed = number.slice(0, index) + letter + number.slice(index + 1);
        const isUnseen = (valueAt(number, index) - valueAt(changed, index)) % 10 === 0;
        expect(permanentResidentCard.isValid(changed)).toBe(isUnseen);
      }),
    );
    const outsideTheDate = fc.constantFrom(3, 4, 5, 6, 13, 14);
    fc.assert(
      fc.property(oldNumbers, outsideTheDate, fc.integer({ min: 1, max: 9 }), (number, index, shift) => {
        const digit = String((valueAt(number, index) + shift) % 10);
        const changed = number.slice(0, index) + digit + number.slice(index + 1);
        expect(permanentResidentCard.isValid(changed)).toBe(false);
      }),
    );
  });

  it("does not notice a swap of neighbours exactly where the values are a multiple of five apart", () => {
    // The weights 7, 3 and 1 differ by 4, 2 and 6.
    fc.assert(
      fc.property(oldNumbers, fc.constantFrom(0, 1, 3, 4, 5, 13), (number, index) => {
        const swapped =
          number.slice(0, index) + number.charAt(index + 1) + number.charAt(index) + number.slice(index + 2);
        const isUnseen = (valueAt(number, index) - valueAt(number, index + 1)) % 5 === 0;
        expect(permanentResidentCard.isValid(swapped)).toBe(isUnseen);
      }),
    );
  });

  it("masks all but the first and the last character", () => {
    expect(permanentResidentCard.mask("CAN110081080310")).toBe("C*************0");
    expect(permanentResidentCard.mask("932682198501010017")).toBe("9****************7");
  });
});
