import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { registrationNumber } from "./registration-number.ts";

/** ISO 7064 MOD 11,10 by its definition: P1 = 10, Sj = Pj + aj, Pj+1 = (Sj mod 10, 0 as 10) * 2 mod 11. */
function withCheck(body: string): string {
  let product = 10;
  for (const digit of body) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return body + String((11 - product) % 10);
}

const numbers = fc
  .tuple(fc.constantFrom("110108", "440301", "100000"), fc.nat(99_999_999))
  .map(([authority, sequence]) => withCheck(authority + String(sequence).padStart(8, "0")));

/** The product that a digit at an index is added to. */
const productBefore = (number: string, index: number): number =>
  Array.from(number.slice(0, index)).reduce((product, digit) => {
    const sum = (product + Number(digit)) % 10;
    return ((sum === 0 ? 10 : sum) * 2) % 11;
  }, 10);

/** Swaps of two different neighbours, by the last digits of the product with the one and with the other. */
const swaps = fc
  .tuple(numbers, fc.nat(13))
  .filter(([number, index]) => number[index] !== number[index + 1])
  .map(([number, index]) => {
    const product = productBefore(number, index);
    const digits = [Number(number[index]), Number(number[index + 1])] as const;
    return {
      swapped: `${number.slice(0, index)}${digits[1]}${digits[0]}${number.slice(index + 2)}`,
      sums: digits.map((digit) => (product + digit) % 10).toSorted((a, b) => a - b),
    };
  });

describe("registrationNumber", () => {
  it("accepts a published number and reads its parts", () => {
    expect(registrationNumber.parse("110108000000016")).toEqual({
      valid: true,
      value: "110108000000016",
      parts: { authorityCode: "110108", entity: "domestic", sequence: "00000001", checkCharacter: "6" },
      findings: [],
    });
  });

  it("accepts every number made by the definition of ISO 7064 MOD 11,10", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(registrationNumber.isValid(number)).toBe(true);
      }),
    );
  });

  it("refuses every change of one digit", () => {
    fc.assert(
      fc.property(numbers, fc.nat(14), fc.integer({ min: 1, max: 9 }), (number, index, shift) => {
        const changed = String((Number(number[index]) + shift) % 10);
        expect(registrationNumber.isValid(number.slice(0, index) + changed + number.slice(index + 1))).toBe(
          false,
        );
      }),
    );
  });

  it("does not notice a swap of neighbours exactly where their sums with the product end in 5 and 6", () => {
    fc.assert(
      fc.property(swaps, ({ swapped, sums: [less, more] }) => {
        expect(registrationNumber.isValid(swapped)).toBe(less === 5 && more === 6);
      }),
      { numRuns: 2000 },
    );
    const unseen = fc
      .sample(swaps, { numRuns: 2000, seed: 1 })
      .filter(({ swapped }) => registrationNumber.isValid(swapped));
    expect(unseen.length).toBeGreaterThan(10);
  });

  it.each([
    ["0", "domestic"],
    ["3", "domestic"],
    ["4", "foreign"],
    ["5", "foreign"],
    ["6", "individual"],
    ["9", "individual"],
  ])("tells by a sequence that starts with %s: %s", (first, entity) => {
    expect(registrationNumber.parse(withCheck(`110108${first}0000001`))).toMatchObject({ parts: { entity } });
  });

  it.each([
    ["", "REGISTRATION_LENGTH", undefined],
    ["11010800000001", "REGISTRATION_LENGTH", undefined],
    ["11010800000001X", "REGISTRATION_CHARACTER", [14, 15]],
    ["110108000000017", "REGISTRATION_CHECK", [14, 15]],
  ])("tells what is wrong with %j, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(registrationNumber.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("warns about an authority that is no region, and not about the national one", () => {
    expect(registrationNumber.parse(withCheck("11999900000001"))).toMatchObject({
      valid: true,
      findings: [{ code: "REGION_UNKNOWN", severity: "warning", at: [0, 6] }],
    });
    expect(registrationNumber.parse(withCheck("10000000000001"), { regions: () => false })).toMatchObject({
      valid: true,
      findings: [],
    });
  });

  it("masks all but four digits at either end", () => {
    expect(registrationNumber.mask("110108000000016")).toBe("1101*******0016");
  });
});
