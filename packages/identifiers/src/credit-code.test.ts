import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditCode } from "./credit-code.ts";
import { residentId } from "./resident-id.ts";

/** GB 32100-2015 clause 4.2 and GB 11714-1997: alphabets and weights as printed. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const weigh = (text: string, alphabet: string, weights: readonly number[]) =>
  weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(text.charAt(index)), 0);

const organisationCode = (body: string) =>
  body + "0X987654321".charAt(weigh(body, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);

const withCheck = (body: string) => body + ALPHABET.charAt((31 - (weigh(body, ALPHABET, WEIGHTS) % 31)) % 31);

const make = (head: string, organisation: string) => withCheck(head + organisationCode(organisation));

/** The example printed in GB 32100-2015. */
const EXAMPLE = "91350100M000100Y43";

const characters = fc.constantFrom(...ALPHABET.split(""));

const codes = fc
  .tuple(
    fc.constantFrom("11", "51", "91", "92", "93", "Y1"),
    fc.integer({ min: 0, max: 999_999 }).map((region) => String(region).padStart(6, "0")),
    fc.string({ unit: characters, minLength: 8, maxLength: 8 }),
  )
  .map(([head, region, organisation]) => make(head + region, organisation));

const codesOf = (input: string) => creditCode.parse(input).findings.map(({ code }) => code);

describe("creditCode", () => {
  it("accepts the printed example and reads its parts", () => {
    expect(creditCode.parse(EXAMPLE)).toEqual({
      valid: true,
      value: EXAMPLE,
      parts: {
        department: "9",
        category: "1",
        regionCode: "350100",
        organisationCode: "M000100Y4",
        checkCharacter: "3",
      },
      findings: [],
    });
  });

  it("accepts every code made by the tables of the standards", () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(creditCode.parse(code)).toMatchObject({ valid: true, value: code });
      }),
    );
  });

  it.each(["0", "Y"])("accepts a code whose check character is %s", (character) => {
    const code = fc.sample(codes, { numRuns: 2000, seed: 1 }).find((made) => made.endsWith(character));
    expect(code).toBeDefined();
    expect(creditCode.isValid(code ?? "")).toBe(true);
  });

  it("refuses every code with one character changed", () => {
    fc.assert(
      fc.property(codes, fc.nat(17), characters, (code, index, character) => {
        fc.pre(code.charAt(index) !== character);
        // In a pilot code the last character is free.
        fc.pre(!/^..350[12]..M000/.test(code));
        expect(creditCode.isValid(code.slice(0, index) + character + code.slice(index + 1))).toBe(false);
      }),
    );
  });

  it("refuses every code with two neighbours swapped, A and L among them", () => {
    fc.assert(
      fc.property(codes, fc.nat(16), (code, index) => {
        const [left, right] = [code.charAt(index), code.charAt(index + 1)];
        fc.pre(left !== right && !/^..350[12]..M000/.test(code));
        const swapped = code.slice(0, index) + right + left + code.slice(index + 2);
        expect(creditCode.isValid(swapped)).toBe(false);
      }),
    );
    const withA = make("91110000", "A2345678");
    const withL = withA.slice(0, 8) + withA.slice(8).replace("A", "L");
    expect(codesOf(withL)).toEqual(["USCC_CHECK"]);
  });

  it("warns about a region that cannot be, and not about the national authority", () => {
    expect(creditCode.parse(make("91119999", "12345678"))).toMatchObject({
      valid: true,
      findings: [{ code: "REGION_UNKNOWN", severity: "warning", at: [2, 8] }],
    });
    expect(codesOf(make("91100000", "12345678"))).toEqual([]);
  });

  it("accepts lower-case letters and writes capitals", () => {
    expect(creditCode.parse(EXAMPLE.toLowerCase())).toMatchObject({
      valid: true,
      value: EXAMPLE,
      findings: [],
    });
  });

  it.each([
    ["", "USCC_LENGTH", undefined],
    ["9".repeat(1_000_000), "USCC_LENGTH", undefined],
    ["91350100M000100Y4", "USCC_LENGTH", undefined],
    ["I1350100M000100Y43", "USCC_CHARACTER", [0, 1]],
    ["9135010AM000100Y43", "USCC_CHARACTER", [7, 8]],
    ["91350100M000100YA3", "USCC_CHARACTER", [16, 17]],
    ["91350100M000100Y4Z", "USCC_CHARACTER", [17, 18]],
    ["91350100M000100Y53", "USCC_ORGANISATION_CHECK", [16, 17]],
    [`${make("91110000", "12345678").slice(0, 17)}I`, "USCC_CHARACTER", [17, 18]],
  ])("tells what is wrong with %#, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(creditCode.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("refuses a wrong check character", () => {
    const right = make("91110000", "12345678");
    const wrong = right.slice(0, 17) + (right.endsWith("1") ? "2" : "1");
    expect(creditCode.parse(wrong).findings).toEqual([
      { code: "USCC_CHECK", severity: "error", at: [17, 18] },
    ]);
  });

  it("refuses a resident ID number that happens to pass the outer check", () => {
    // Made up: it satisfies both MOD 11-2 and modulus 31; the organisation code inside gives it away.
    expect(residentId.isValid("440524188001010196")).toBe(true);
    expect(codesOf("440524188001010196")).toEqual(["USCC_ORGANISATION_CHECK"]);
  });

  it.each(["350111", "350211"])("accepts an early code of %s with a warning", (region) => {
    const right = make(`91${region}`, "M0001ABC");
    const pilot = right.slice(0, 17) + (right.endsWith("F") ? "G" : "F");
    const warning = { code: "USCC_CHECK_NONCONFORMING_PILOT", severity: "warning", at: [17, 18] };
    expect(creditCode.parse(pilot)).toMatchObject({ valid: true, value: pilot, findings: [warning] });
    expect(creditCode.isValid(pilot.toLowerCase())).toBe(true);
  });

  it.each([
    ["91350311", "M0001ABC"],
    ["91350211", "N0001ABC"],
    ["91350211", "M0011ABC"],
  ])("does not take %s %s for an early code", (head, organisation) => {
    const right = make(head, organisation);
    expect(codesOf(right.slice(0, 17) + (right.endsWith("F") ? "G" : "F"))).toEqual(["USCC_CHECK"]);
  });

  it("still wants the inner check of an early code", () => {
    expect(codesOf(withCheck("91350211M0001ABC0"))).toEqual(["USCC_ORGANISATION_CHECK"]);
  });

  it("warns about an unknown department and an unknown category", () => {
    expect(creditCode.parse(make("B1110000", "12345678"))).toMatchObject({
      valid: true,
      findings: [{ code: "USCC_DEPARTMENT_UNKNOWN", severity: "warning", at: [0, 1] }],
    });
    expect(creditCode.parse(make("95110000", "12345678"))).toMatchObject({
      valid: true,
      findings: [{ code: "USCC_CATEGORY_UNKNOWN", severity: "warning", at: [1, 2] }],
    });
    expect(codesOf(make("n2110000", "12345678").toLowerCase())).not.toContain("USCC_DEPARTMENT_UNKNOWN");
  });

  /** GB 32100-2015 clause 4.1 table 1, and the departments that were added later. */
  const CATEGORIES: Readonly<Record<string, string>> = {
    "1": "1239",
    "2": "19",
    "3": "123459",
    "4": "19",
    "5": "1239",
    "6": "129",
    "7": "129",
    "8": "19",
    "9": "123",
    A: "19",
    N: "1239",
    Y: "1",
  };

  it("knows these departments and categories and no others", () => {
    for (const department of ALPHABET) {
      for (const category of ALPHABET) {
        const warned = codesOf(make(`${department}${category}110000`, "12345678"));
        const known = CATEGORIES[department];
        const expected = known?.includes(category) ? [] : ["USCC_CATEGORY_UNKNOWN"];
        expect(warned).toEqual(known === undefined ? ["USCC_DEPARTMENT_UNKNOWN"] : expected);
      }
    }
  });

  it("warns about an organisation code reserved for a user's own purposes", () => {
    expect(codesOf(make("91110000", "PDY00001"))).toEqual(["USCC_ORGANISATION_USER_DEFINED"]);
    expect(codesOf(make("91110000", "PDY00000"))).toEqual([]);
    expect(codesOf(make("91110000", "PDY0000A"))).toEqual([]);
    expect(codesOf(make("91110000", "PDY0X1AB"))).toEqual([]);
  });

  it("reads full-width characters and separators when lenient", () => {
    const untidy = "９1350100-M000100Y43";
    expect(creditCode.parse(untidy, { lenient: true })).toMatchObject({
      valid: true,
      value: EXAMPLE,
      findings: [
        { code: "CHARACTER_FULL_WIDTH", severity: "warning", at: [0, 1] },
        { code: "CHARACTER_SEPARATOR", severity: "warning", at: [8, 9] },
      ],
    });
    expect(creditCode.isValid(untidy)).toBe(false);
  });

  it("masks all but the first and the last four characters", () => {
    expect(creditCode.mask(EXAMPLE.toLowerCase())).toBe("9135**********0Y43");
    expect(creditCode.mask("91350100M000100Y53")).toBe("******************");
  });
});
