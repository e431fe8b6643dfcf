import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organisationCode } from "./organisation-code.ts";

/** GB 11714-1997: alphabet and weights as printed. */
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

function withCheck(body: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(body.charAt(index)),
    0,
  );
  return body + "0X987654321".charAt(sum % 11);
}

const characters = fc.constantFrom(...ALPHABET.split(""));
const codes = fc.string({ unit: characters, minLength: 8, maxLength: 8 }).map(withCheck);

const valueOf = (character: string) => ALPHABET.indexOf(character);

describe("organisationCode", () => {
  it.each(["D2143569-X", "D2143569X", "d2143569-x"])(
    "accepts the example of GB 11714-1997 as %s",
    (input) => {
      expect(organisationCode.parse(input)).toEqual({
        valid: true,
        value: "D2143569X",
        parts: { body: "D2143569", checkCharacter: "X" },
        findings: [],
      });
      expect(organisationCode.isValid(input)).toBe(true);
    },
  );

  it("accepts every code made by the tables of the standard", () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(organisationCode.parse(code)).toMatchObject({ valid: true, value: code });
        expect(organisationCode.isValid(`${code.slice(0, 8)}-${code.slice(8)}`)).toBe(true);
      }),
    );
  });

  it("refuses every change of one character, unless the values differ by eleven or twice that", () => {
    fc.assert(
      fc.property(codes, fc.nat(7), characters, (code, index, character) => {
        fc.pre(code.charAt(index) !== character);
        const differsByEleven = (valueOf(code.charAt(index)) - valueOf(character)) % 11 === 0;
        const changed = code.slice(0, index) + character + code.slice(index + 1);
        expect(organisationCode.isValid(changed)).toBe(differsByEleven);
      }),
    );
  });

  it.each(["AL", "BM", "CN", "DO", "EP", "FQ", "GR", "HS", "IT", "JU", "KV", "LW", "0B", "1C"])(
    "cannot tell %s apart, as the standard makes it",
    (pair) => {
      const code = withCheck(`${pair.charAt(0)}2143569`);
      expect(organisationCode.isValid(code.replace(pair.charAt(0), pair.charAt(1)))).toBe(true);
    },
  );

  it("refuses every swap of the last digit or X with the check character, but of 1 and X", () => {
    const atTheEnd = fc
      .tuple(
        fc.string({ unit: characters, minLength: 7, maxLength: 7 }),
        fc.constantFrom(...Array.from("0123456789X")),
      )
      .map(([body, last]) => withCheck(body + last));
    fc.assert(
      fc.property(atTheEnd, (code) => {
        const [last, check] = [code.charAt(7), code.charAt(8)];
        fc.pre(last !== check);
        const isUnseen = ["1X", "X1"].includes(last + check);
        expect(organisationCode.isValid(code.slice(0, 7) + check + last)).toBe(isUnseen);
      }),
    );
    const withX = fc.sample(atTheEnd, { numRuns: 2000, seed: 1 }).find((code) => code.endsWith("1X"));
    expect(organisationCode.isValid(`${withX?.slice(0, 7)}X1`)).toBe(true);
  });

  it("refuses every swap of neighbours, unless their values differ by eleven or twice that", () => {
    fc.assert(
      fc.property(codes, fc.nat(6), (code, index) => {
        const [left, right] = [code.charAt(index), code.charAt(index + 1)];
        fc.pre(left !== right);
        const differsByEleven = (valueOf(left) - valueOf(right)) % 11 === 0;
        const swapped = code.slice(0, index) + right + left + code.slice(index + 2);
        expect(organisationCode.isValid(swapped)).toBe(differsByEleven);
      }),
    );
  });

  it.each([
    ["", "ORGANISATION_CODE_LENGTH", undefined],
    ["D2143569", "ORGANISATION_CODE_LENGTH", undefined],
    ["D214356*X", "ORGANISATION_CODE_CHARACTER", [7, 8]],
    ["D2143569A", "ORGANISATION_CODE_CHARACTER", [8, 9]],
    ["D21435691", "ORGANISATION_CODE_CHECK", [8, 9]],
    ["D2143569-1", "ORGANISATION_CODE_CHECK", [9, 10]],
    ["D214-3569X", "CHARACTER_SEPARATOR", [4, 5]],
    ["D2143569 X", "CHARACTER_SEPARATOR", [8, 9]],
  ])("tells what is wrong with %j, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(organisationCode.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("warns about PDY00001 to PDY99999", () => {
    expect(organisationCode.parse(withCheck("PDY00001").toLowerCase())).toMatchObject({
      valid: true,
      findings: [{ code: "ORGANISATION_CODE_USER_DEFINED", severity: "warning", at: [0, 8] }],
    });
    expect(organisationCode.parse(withCheck("PDY00000"))).toMatchObject({ valid: true, findings: [] });
  });

  it("masks all but two characters at either end", () => {
    expect(organisationCode.mask("D2143569-X")).toBe("D2*****9X");
  });
});
