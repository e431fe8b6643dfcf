import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { residentId } from "./resident-id.ts";

/** GB 11643-1999: the weights and the check characters by remainder, as printed. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

function withCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + CHECK_CHARACTERS.charAt(sum % 11);
}

/** The two examples printed in GB 11643-1999. */
const EXAMPLE_WOMAN = "11010519491231002X";
const EXAMPLE_MAN = "440524188001010014";

/** The preset citizens of the NPPA test system (description V1.2, section 1). */
const NPPA_PRESETS = [
  ..."110000190101010001 110000190101020007 110000190101030002 110000190101040008".split(" "),
  ..."11000019010101001X 110000190101020015 110000190101030010 110000190101040016".split(" "),
  ..."110000190201010009 110000190201020004 11000019020103000X 110000190201040005".split(" "),
  ..."110000190201010017 110000190201020012 110000190201030018 110000190201040013".split(" "),
];

const regions = fc.oneof(
  fc.constantFrom("810000", "820000", "830000"),
  fc
    .tuple(fc.constantFrom("11", "23", "37", "46", "50", "54", "65"), fc.integer({ min: 0, max: 9999 }))
    .map(([province, county]) => province + String(county).padStart(4, "0")),
);

const people = fc.record({
  regionCode: regions,
  birthDate: fc
    .date({ min: new Date("1800-01-01"), max: new Date("2026-11-21"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  sequence: fc.integer({ min: 0, max: 999 }).map((sequence) => String(sequence).padStart(3, "0")),
});

const validNumbers = people.map(({ regionCode, birthDate, sequence }) =>
  withCheck(regionCode + birthDate.replaceAll("-", "") + sequence),
);

const codesOf = (input: string, options?: { asOf?: string; lenient?: boolean }) =>
  residentId.parse(input, options).findings.map(({ code }) => code);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T04:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("residentId", () => {
  it.each([EXAMPLE_WOMAN, EXAMPLE_MAN, ...NPPA_PRESETS])("accepts the published number %s", (number) => {
    expect(residentId.parse(number)).toMatchObject({ valid: true, value: number, findings: [] });
  });

  it("reads the parts of the printed examples", () => {
    expect(residentId.parse(EXAMPLE_WOMAN)).toMatchObject({
      parts: {
        regionCode: "110105",
        birthDate: "1949-12-31",
        sex: "F",
        sequence: "002",
        checkCharacter: "X",
      },
    });
    expect(residentId.parse(EXAMPLE_MAN)).toMatchObject({
      parts: {
        regionCode: "440524",
        birthDate: "1880-01-01",
        sex: "M",
        sequence: "001",
        checkCharacter: "4",
      },
    });
  });

  it("reads back the parts a number was made from", () => {
    fc.assert(
      fc.property(people, ({ regionCode, birthDate, sequence }) => {
        const value = withCheck(regionCode + birthDate.replaceAll("-", "") + sequence);
        const sex = Number(sequence) % 2 === 1 ? "M" : "F";
        expect(residentId.parse(value, { regions: () => true })).toEqual({
          valid: true,
          value,
          parts: { regionCode, birthDate, sex, sequence, checkCharacter: value.charAt(17) },
          findings: [],
        });
      }),
    );
  });

  it("refuses every number with one digit changed", () => {
    fc.assert(
      fc.property(validNumbers, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, index, shift) => {
        const old = number.charAt(index);
        const digit = old === "X" ? String(shift) : String((Number(old) + shift) % 10);
        expect(residentId.isValid(number.slice(0, index) + digit + number.slice(index + 1))).toBe(false);
      }),
    );
  });

  it("refuses every number with two neighbours swapped", () => {
    fc.assert(
      fc.property(validNumbers, fc.nat(16), (number, index) => {
        const [left, right] = [number.charAt(index), number.charAt(index + 1)];
        fc.pre(left !== right);
        const swapped = number.slice(0, index) + right + left + number.slice(index + 2);
        expect(residentId.isValid(swapped)).toBe(false);
      }),
    );
  });

  it("accepts a lower-case x and writes X", () => {
    expect(residentId.parse("11010519491231002x")).toMatchObject({ value: EXAMPLE_WOMAN, findings: [] });
  });

  it.each([
    ["", "RESIDENT_ID_LENGTH", undefined],
    ["110105491231002", "RESIDENT_ID_LENGTH", undefined],
    ["1".repeat(1_000_000), "RESIDENT_ID_LENGTH", undefined],
    ["1101051949123100X2", "RESIDENT_ID_CHARACTER", [16, 17]],
    ["11010519491231002A", "RESIDENT_ID_CHARACTER", [17, 18]],
    ["A1010519491231002X", "RESIDENT_ID_CHARACTER", [0, 1]],
    [withCheck("71010519491231002"), "RESIDENT_ID_PROVINCE", [0, 2]],
    [withCheck("91010519491231002"), "RESIDENT_ID_PROVINCE", [0, 2]],
    [withCheck("47010519491231002"), "RESIDENT_ID_PROVINCE", [0, 2]],
    [withCheck("84000019491231002"), "RESIDENT_ID_PROVINCE", [0, 2]],
    [withCheck("81000119491231002"), "RESIDENT_ID_PERMIT_REGION", [0, 6]],
    [withCheck("11010520230229002"), "RESIDENT_ID_DATE", [6, 14]],
    [withCheck("11010519000229002"), "RESIDENT_ID_DATE", [6, 14]],
    [withCheck("11010520240230002"), "RESIDENT_ID_DATE", [6, 14]],
    [withCheck("11010520241301002"), "RESIDENT_ID_DATE", [6, 14]],
    [withCheck("11010520240001002"), "RESIDENT_ID_DATE", [6, 14]],
    [withCheck("11010520240100002"), "RESIDENT_ID_DATE", [6, 14]],
    [withCheck("11010517991231002"), "RESIDENT_ID_DATE_EARLY", [6, 10]],
    [withCheck("11010520261122002"), "RESIDENT_ID_DATE_FUTURE", [6, 14]],
    ["110105194912310021", "RESIDENT_ID_CHECK", [17, 18]],
  ])("tells what is wrong with %#, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(residentId.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it.each(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65".split(" "),
  )("accepts the province prefix %s", (province) => {
    expect(residentId.isValid(withCheck(`${province}010519491231002`))).toBe(true);
  });

  it("accepts the residence permits for Hong Kong, Macau and Taiwan", () => {
    for (const region of ["810000", "820000", "830000"]) {
      expect(residentId.isValid(withCheck(`${region}19940823002`))).toBe(true);
    }
  });

  it("accepts 29 February in leap years, 2000 among them", () => {
    expect(residentId.isValid(withCheck("11010520000229002"))).toBe(true);
    expect(residentId.isValid(withCheck("11010520240229002"))).toBe(true);
  });

  it("accepts a birth today in Beijing and refuses one tomorrow, whatever the day in UTC", () => {
    const bornOn22 = withCheck("11010520261122002");
    vi.setSystemTime(new Date("2026-11-21T15:59:59.999Z"));
    expect(residentId.isValid(bornOn22)).toBe(false);
    vi.setSystemTime(new Date("2026-11-21T16:00:00Z"));
    expect(residentId.isValid(bornOn22)).toBe(true);
  });

  it("judges by asOf where it is given", () => {
    const number = withCheck("11010519491231002");
    expect(codesOf(number, { asOf: "1949-12-30" })).toEqual(["RESIDENT_ID_DATE_FUTURE"]);
    expect(codesOf(number, { asOf: "1949-12-31" })).toEqual([]);
  });

  it.each(["", "2026-02-30", "2026-2-3", "20261121", "2026-11-21T00:00:00Z"])(
    "throws on the malformed asOf %j without repeating it",
    (asOf) => {
      const expected = expect.objectContaining({
        name: "CivilDateError",
        code: "DATE_MALFORMED",
        field: "asOf",
        message: "asOf must be a real civil date written YYYY-MM-DD",
      });
      expect(() => residentId.parse(EXAMPLE_WOMAN, { asOf })).toThrow(expected);
      expect(() => residentId.isValid(EXAMPLE_WOMAN, { asOf })).toThrow(expected);
    },
  );

  it.each([
    ["１1010519491231002X", "CHARACTER_FULL_WIDTH", [0, 1]],
    ["11010519491231002Ｘ", "CHARACTER_FULL_WIDTH", [17, 18]],
    ["11010519491231002ｘ", "CHARACTER_FULL_WIDTH", [17, 18]],
    ["11010519491231002\u2169", "CHARACTER_LOOKALIKE", [17, 18]],
    ["11010519491231002\u0425", "CHARACTER_LOOKALIKE", [17, 18]],
    ["11010519491231002\u0445", "CHARACTER_LOOKALIKE", [17, 18]],
    ["110105 19491231002X", "CHARACTER_SEPARATOR", [6, 7]],
    ["11010519491231002X\u3000", "CHARACTER_SEPARATOR", [18, 19]],
    ["\u200e11010519491231002X", "CHARACTER_INVISIBLE", [0, 1]],
  ])("refuses %j strictly, and accepts it with a warning when lenient", (input, code, at) => {
    expect(residentId.parse(input)).toEqual({ valid: false, findings: [{ code, severity: "error", at }] });
    expect(residentId.parse(input, { lenient: true })).toMatchObject({
      valid: true,
      value: EXAMPLE_WOMAN,
      findings: [{ code, severity: "warning", at }],
    });
  });

  it("tells of each untidy character", () => {
    const { findings } = residentId.parse("110105--19491231 002X", { lenient: true });
    expect(findings.map(({ at }) => at)).toEqual([
      [6, 7],
      [7, 8],
      [16, 17],
    ]);
  });

  it("warns about a region code no province ever had, and accepts it", () => {
    const number = withCheck("11999919491231002");
    expect(residentId.parse(number)).toMatchObject({
      valid: true,
      value: number,
      findings: [{ code: "REGION_UNKNOWN", severity: "warning", at: [0, 6] }],
    });
    expect(residentId.isValid(number)).toBe(true);
  });

  it.each(["320219", "230119", "321119", "632824", "612403"])(
    "has nothing to say about %s, on real cards and missing in other tables",
    (region) => {
      expect(codesOf(withCheck(`${region}19800101002`))).toEqual([]);
    },
  );

  it("places a fault in the input as it was typed", () => {
    expect(residentId.parse("110105 1949 1331 002X", { lenient: true }).findings).toContainEqual({
      code: "RESIDENT_ID_DATE",
      severity: "error",
      at: [7, 16],
    });
  });

  it("masks all but the first and the last character", () => {
    expect(residentId.mask("11010519491231002x")).toBe("1****************X");
    expect(residentId.mask("110105 19491231 002X")).toBe("1****************X");
  });

  it("masks everything of what is not a number", () => {
    expect(residentId.mask("110105194912310021")).toBe("******************");
    expect(residentId.mask("abc")).toBe("***");
  });
});
