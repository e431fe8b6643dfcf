import { describe, expect, it } from "vitest";
import { personName } from "./person-name.ts";

const codesOf = (input: string, options?: { lenient?: boolean }) =>
  personName.parse(input, options).findings.map(({ code }) => code);

describe("personName", () => {
  it.each([
    "某一一",
    "某二八",
    "欧阳某某",
    "某某·某一",
    "某某·某·某一",
    "MOU YIYI",
    "JEAN-LUC D'MOU",
    "MOU, YI",
    "É MOU",
    "\u0178 \u017f\u00f8\u00d6\u00de",
    "JOHN JR.",
    "ST. JOHN",
    "J.K. MOU",
    "MOU YI, JR., ESQ",
    "J.-L. MOU",
  ])("accepts %j without a word", (name) => {
    expect(personName.parse(name)).toMatchObject({ valid: true, value: name, findings: [] });
  });

  it("counts code points and tells the script", () => {
    expect(personName.parse("某\u{20000}")).toMatchObject({ parts: { characters: 2, script: "han" } });
    expect(personName.parse("MOU YI")).toMatchObject({ parts: { characters: 6, script: "latin" } });
    expect(personName.parse("某Y")).toMatchObject({
      parts: { characters: 2, script: "mixed" },
      findings: [{ code: "NAME_SCRIPT_MIXED", severity: "warning" }],
    });
  });

  it("accepts 50 characters without a word and 100 with a warning, and refuses none and 101", () => {
    expect(codesOf("某".repeat(50))).toEqual([]);
    expect(codesOf("\u{30000}".repeat(50))).toEqual([]);
    for (const long of ["某".repeat(51), "某".repeat(100), "\u{30000}".repeat(100)]) {
      expect(personName.parse(long)).toMatchObject({
        valid: true,
        value: long,
        findings: [{ code: "NAME_LONG", severity: "warning" }],
      });
    }
    expect(codesOf("某".repeat(101))).toEqual(["NAME_LENGTH"]);
    expect(codesOf("\u{30000}".repeat(101))).toEqual(["NAME_LENGTH"]);
    expect(codesOf("某".repeat(1_000_000))).toEqual(["NAME_LENGTH"]);
    expect(codesOf("")).toEqual(["NAME_LENGTH"]);
  });

  it.each(Array.from("\u2022\u2027\u30fb\uff65\u22c5\u2219\u0387\u2e31\ua78f\uff0e."))(
    "reads %j as the middle dot, with a warning",
    (dot) => {
      expect(personName.parse(`某某${dot}某一`)).toMatchObject({
        valid: true,
        value: "某某\u00b7某一",
        findings: [{ code: "NAME_PUNCTUATION_VARIANT", severity: "warning", at: [2, 3] }],
      });
    },
  );

  it("reads a typographic apostrophe as the plain one, with a warning", () => {
    expect(personName.parse("D\u2019MOU")).toMatchObject({ value: "D'MOU", findings: [{ at: [1, 2] }] });
  });

  it.each(["\uf92c", "\ufa0e", "\u{2f800}"])("keeps the compatibility ideograph %j as it is", (ideograph) => {
    expect(personName.parse(`某${ideograph}`)).toMatchObject({
      valid: true,
      value: `某${ideograph}`,
      findings: [],
    });
  });

  it("does not compose Latin letters", () => {
    expect(codesOf("JOSE\u0301")).toEqual(["NAME_CHARACTER"]);
  });

  it("warns about a name of one character", () => {
    expect(personName.parse("某")).toMatchObject({
      valid: true,
      findings: [{ code: "NAME_ONE_CHARACTER", severity: "warning" }],
    });
  });

  it("flags the obsolete code of 䶮 and keeps it", () => {
    expect(personName.parse("某\ue863")).toMatchObject({
      valid: true,
      value: "某\ue863",
      findings: [{ code: "NAME_OBSOLETE_CODE", severity: "warning", at: [1, 2] }],
    });
    expect(codesOf("某䶮")).toEqual([]);
  });

  it.each([
    ["某1", "NAME_CHARACTER", [1, 2]],
    ["某１", "NAME_CHARACTER", [1, 2]],
    ["某\u{1f600}", "NAME_CHARACTER", [1, 3]],
    ["某\u0000一", "NAME_CHARACTER", [1, 2]],
    ["某\ud800", "NAME_CHARACTER", [1, 2]],
    ["某\ue000", "NAME_CHARACTER", [1, 2]],
    ["某*", "NAME_CHARACTER", [1, 2]],
    ["某アイ", "NAME_CHARACTER", [1, 2]],
    ["\u2f08某", "NAME_RADICAL", [0, 1]],
    ["\u2e85某", "NAME_RADICAL", [0, 1]],
    ["·某", "NAME_SEPARATOR_PLACE", [0, 1]],
    ["某·", "NAME_SEPARATOR_PLACE", [1, 2]],
    ["某··一", "NAME_SEPARATOR_PLACE", [2, 3]],
    ["某-一", "NAME_SEPARATOR_PLACE", [1, 2]],
    ["-MOU", "NAME_SEPARATOR_PLACE", [0, 1]],
    ["MOU,", "NAME_SEPARATOR_PLACE", [3, 4]],
    ["MOU·YI", "NAME_SEPARATOR_PLACE", [4, 5]],
    ["MOU•YI", "NAME_SEPARATOR_PLACE", [4, 5]],
    ["MOU·", "NAME_SEPARATOR_PLACE", [3, 4]],
    ["某,一", "NAME_SEPARATOR_PLACE", [1, 2]],
    ["某, YI", "NAME_SEPARATOR_PLACE", [1, 2]],
    [".MOU", "NAME_SEPARATOR_PLACE", [0, 1]],
    ["MOU..", "NAME_SEPARATOR_PLACE", [4, 5]],
    ["某.", "NAME_SEPARATOR_PLACE", [1, 2]],
    ["MOU\u00d7", "NAME_CHARACTER", [3, 4]],
    ["MOU\u00f7", "NAME_CHARACTER", [3, 4]],
    ["MOU\u00bf", "NAME_CHARACTER", [3, 4]],
    ["MOU\u0180", "NAME_CHARACTER", [3, 4]],
    ["MOU@", "NAME_CHARACTER", [3, 4]],
    ["MOU[", "NAME_CHARACTER", [3, 4]],
    ["MOU`", "NAME_CHARACTER", [3, 4]],
    ["MOU{", "NAME_CHARACTER", [3, 4]],
  ])("refuses %j and tells where", (input, code, at) => {
    const parsed = personName.parse(input);
    expect(parsed.valid).toBe(false);
    expect(parsed.findings).toContainEqual({ code, severity: "error", at });
  });

  it.each([
    ["某 一", "某一", [1, 2]],
    ["某\u3000一", "某一", [1, 2]],
    [" 某一", "某一", [0, 1]],
    ["某一 ", "某一", [2, 3]],
    ["某\n一", "某一", [1, 2]],
    ["某\u2028一", "某一", [1, 2]],
    ["MOU\r\nYI", "MOU YI", [3, 4], [4, 5]],
    ["MOU  YI", "MOU YI", [4, 5]],
    ["MOU\u3000YI", "MOU YI", [3, 4]],
  ])("refuses the spare space of %j strictly, and drops it when lenient", (input, value, ...places) => {
    const findings = (severity: string) =>
      places.map((at) => ({ code: "CHARACTER_SEPARATOR", severity, at }));
    expect(personName.parse(input)).toEqual({ valid: false, findings: findings("error") });
    expect(personName.parse(input, { lenient: true })).toMatchObject({
      valid: true,
      value,
      findings: findings("warning"),
    });
  });

  it.each([
    ["MOU \u200bYI", "MOU YI"],
    ["MOU\u200b YI", "MOU YI"],
    ["MOU \u200b YI", "MOU YI"],
    ["MOU,\u00a0YI", "MOU, YI"],
    ["MOU \u2019YI", "MOU 'YI"],
    [" MOU\tYI ", "MOU YI"],
    ["ST.\u3000MOU", "ST. MOU"],
    ["ST. \u2019MOU", "ST. 'MOU"],
    ["某. YI", "某·YI"],
    ["某 YI", "某YI"],
  ])("keeps words apart in %j when lenient", (input, value) => {
    expect(personName.parse(input, { lenient: true })).toMatchObject({ valid: true, value });
  });

  it.each([
    ["某某·YI", "某某·YI", []],
    ["YI·某某", "YI·某某", []],
    ["某某.YI", "某某·YI", ["NAME_PUNCTUATION_VARIANT"]],
    ["YI•某某", "YI·某某", ["NAME_PUNCTUATION_VARIANT"]],
    ["Y.某某", "Y.某某", []],
  ])("lets a dot part Han from Latin in %j, with a warning", (input, value, variants) => {
    expect(personName.parse(input)).toMatchObject({ valid: true, value, parts: { script: "mixed" } });
    expect(codesOf(input)).toEqual([...variants, "NAME_SCRIPT_MIXED"]);
  });

  it.each([
    ["ＭＯＵ", "MOU"],
    ["ｍｏｕ　ｙｉ", "mou yi"],
    ["Ｊ．Ｋ． MOU", "J.K. MOU"],
    ["ＭＯＵ，　ＹＩ", "MOU, YI"],
    ["某某Ａ", "某某A"],
  ])("refuses the full-width letters of %j strictly, and reads them when lenient", (input, value) => {
    expect(personName.isValid(input)).toBe(false);
    expect(codesOf(input)).toContain("CHARACTER_FULL_WIDTH");
    expect(personName.parse(input, { lenient: true })).toMatchObject({ valid: true, value });
  });

  it("drops invisible marks when lenient", () => {
    expect(personName.parse("\ufeff某一", { lenient: true })).toMatchObject({ valid: true, value: "某一" });
    expect(codesOf("\ufeff某一")).toEqual(["CHARACTER_INVISIBLE"]);
  });

  it.each([
    ["欧某某", "欧**"],
    ["欧阳某某", "欧***"],
    ["某某·某一", "某****"],
    ["\u{20000}某", "\u{20000}*"],
    ["MOU YI", "M*****"],
    ["某", "*"],
    ["某一1", "***"],
  ])("masks %j as %j", (name, masked) => {
    expect(personName.mask(name)).toBe(masked);
  });
});
