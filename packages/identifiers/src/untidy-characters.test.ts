import { describe, expect, it } from "vitest";
import { mobileNumber } from "./mobile-number.ts";
import { personName } from "./person-name.ts";
import { residentId } from "./resident-id.ts";

const NUMBER = "11010519491231002X";

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));

/** Every character of the sorts that `lenient` is documented to read. */
const BLANKS = [
  ...range(0x09, 0x0d),
  ...Array.from(" \u00a0\u202f\u3000"),
  ...range(0x2000, 0x200a),
  "\u2028",
  "\u2029",
];
const HYPHENS = ["-", ...range(0x2010, 0x2015), "\u2212", "\uff0d"];
const INVISIBLES = [
  ...Array.from("\u00ad\u061c\ufeff"),
  ...range(0x200b, 0x200f),
  ...range(0x202a, 0x202e),
  ...range(0x2060, 0x2069),
];
const LOOKALIKES = Array.from("\u00d7\u03a7\u0425\u0445\u2169\u2179");
const TELEPHONE_MARKS = Array.from("().\uff08\uff09\uff0e");

const hex = (characters: readonly string[]) =>
  characters.map((character) => [character.charCodeAt(0).toString(16), character] as const);

const all = range(0, 0xffff);

/** Which of all characters a number may have in its midst, by the finding they give. */
const readAs = (code: string) =>
  all.filter((character) => {
    const { findings } = residentId.parse(`110105${character}19491231002X`, { lenient: true });
    return findings.length === 1 && findings[0]?.code === code && findings[0].severity === "warning";
  });

describe("what a lenient reading drops", () => {
  it("is these separators and no others", () => {
    expect(readAs("CHARACTER_SEPARATOR")).toEqual([...BLANKS, ...HYPHENS].toSorted());
  });

  it("is these invisible marks and no others", () => {
    expect(readAs("CHARACTER_INVISIBLE")).toEqual(INVISIBLES.toSorted());
  });

  it.each(hex([...BLANKS, ...HYPHENS, ...INVISIBLES]))(
    "is an error to a strict one: U+%s",
    (_, character) => {
      expect(residentId.isValid(`110105${character}19491231002X`)).toBe(false);
    },
  );
});

describe("what is read as X", () => {
  it("is these look-alikes and the full-width ones, and no others", () => {
    const read = all.filter((character) =>
      residentId.isValid(`${NUMBER.slice(0, -1)}${character}`, { lenient: true }),
    );
    expect(read).toEqual([...Array.from("Xx\uff38\uff58"), ...LOOKALIKES].toSorted());
  });
});

describe("what is read as an ASCII digit", () => {
  it.each(hex(range(0xff10, 0xff19)))("is the full-width U+%s", (_, character) => {
    const digit = String(character.charCodeAt(0) - 0xff10);
    const read = personName.parse(`某${character}`, { lenient: true }).findings.map(({ code }) => code);
    expect(read).toContain("CHARACTER_FULL_WIDTH");
    expect(mobileNumber.parse(`1380013800${character}`)).toMatchObject({
      valid: true,
      value: `1380013800${digit}`,
      findings: [{ code: "CHARACTER_FULL_WIDTH", severity: "warning", at: [10, 11] }],
    });
  });
});

describe("what telephone numbers may be written with", () => {
  it("is these separators, brackets and dots without a word, and no others", () => {
    const silent = all.filter((character) => {
      const parsed = mobileNumber.parse(`138${character}00138000`);
      return parsed.valid && parsed.findings.length === 0;
    });
    // A digit alone would make it a number of 12.
    expect(silent).toEqual([...BLANKS, ...HYPHENS, ...TELEPHONE_MARKS].toSorted());
  });
});

describe("what names may be written with", () => {
  it("is these blanks between words, to a lenient reader", () => {
    const read = all.filter((character) => {
      const parsed = personName.parse(`MOU${character}YI`, { lenient: true });
      return parsed.valid && parsed.value === "MOU YI";
    });
    expect(read).toEqual(BLANKS.toSorted());
  });
});
