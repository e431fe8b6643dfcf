import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { creditCode } from "./credit-code.ts";
import { findingCodes } from "./finding-codes.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { landlineNumber } from "./landline-number.ts";
import { legacyResidentId } from "./legacy-resident-id.ts";
import { mainlandTravelPermit } from "./mainland-travel-permit.ts";
import { mobileNumber } from "./mobile-number.ts";
import { organisationCode } from "./organisation-code.ts";
import { passport } from "./passport.ts";
import { permanentResidentCard } from "./permanent-resident-card.ts";
import { personName } from "./person-name.ts";
import { registrationNumber } from "./registration-number.ts";
import { residencePermit } from "./residence-permit.ts";
import { residentId } from "./resident-id.ts";
import { taiwanTravelPermit } from "./taiwan-travel-permit.ts";
import { taxpayerNumber } from "./taxpayer-number.ts";

const KINDS: [string, IdentifierKind<unknown>, string[]][] = [
  ["residentId", residentId, ["11010519491231002X", "440524188001010014", "11010519491231002x"]],
  ["legacyResidentId", legacyResidentId, ["110105491231002", "440524800101998"]],
  ["residencePermit", residencePermit, ["810000199408230021", "830000199201300022"]],
  [
    "permanentResidentCard",
    permanentResidentCard,
    ["932682198501010017", "CAN110081080310", "kaz110090123105"],
  ],
  ["mainlandTravelPermit", mainlandTravelPermit, ["H00000000", "m0000000012", "HA0000000"]],
  ["taiwanTravelPermit", taiwanTravelPermit, ["00000000", "0000000001(b)"]],
  ["passport", passport, ["EA0000000", "p0000000", "140000000"]],
  ["creditCode", creditCode, ["91350100M000100Y43", "91350100m000100y43"]],
  ["organisationCode", organisationCode, ["D2143569-X", "D2143569X", "d2143569-x"]],
  ["registrationNumber", registrationNumber, ["110108000000016"]],
  [
    "taxpayerNumber",
    taxpayerNumber,
    ["91350100M000100Y43", "350100M000100Y4", "11010519491231002x01", "11010549123100201"],
  ],
  [
    "mobileNumber",
    mobileNumber,
    ["13800138000", "+86 154-0013-8000", "tel:008613800138000", "1064812345678"],
  ],
  ["landlineNumber", landlineNumber, ["010-62345678", "+86 (755) 6234567", "95588", "tel:400-123-4567"]],
  ["personName", personName, ["某某•某一", "MOU, YI-YI O'MOU", "J.K. MOU", "\u{20000}Y\ue863"]],
];

const NOISE = Array.from(
  " \u3000-\u200e\u202a\u2028\r１Ｘ＋ａ．()（\u0425\u2169×X0aA·•.,'\u2019\n\u0000\ud800某\u{1f600}\u2f08",
);

/** Arbitrary strings, and good examples with noise let into them, so that both outcomes come often. */
const inputsNear = (examples: readonly string[]) =>
  fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .tuple(fc.constantFrom(...examples), fc.nat(20), fc.nat(20))
      .map(([example, start, length]) => example.slice(start, start + length)),
    fc
      .tuple(
        fc.constantFrom(...examples),
        fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...NOISE)), { maxLength: 4 }),
      )
      .map(([example, noise]) =>
        noise.reduce(
          (text, [index, character]) => text.slice(0, index) + character + text.slice(index),
          example,
        ),
      ),
  );

const modes = fc.constantFrom(undefined, { lenient: false }, { lenient: true });

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T04:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(KINDS)("%s", (_name, kind, examples) => {
  const inputs = inputsNear(examples);

  it("answers isValid as it answers parse", () => {
    fc.assert(
      fc.property(inputs, modes, (input, options) => {
        expect(kind.isValid(input, options)).toBe(kind.parse(input, options).valid);
      }),
    );
  });

  it("reports warnings alone for the valid, at least one error for the invalid, by the severities of the table", () => {
    fc.assert(
      fc.property(inputs, modes, (input, options) => {
        const { valid, findings } = kind.parse(input, options);
        expect(findings.some(({ severity }) => severity === "error")).toBe(!valid);
        for (const { code, severity } of findings) {
          expect(["by-mode", severity]).toContain(findingCodes[code]);
        }
      }),
    );
  });

  it("places findings inside the input", () => {
    fc.assert(
      fc.property(inputs, modes, (input, options) => {
        for (const { at } of kind.parse(input, options).findings) {
          if (at === undefined) continue;
          expect(at[0]).toBeGreaterThanOrEqual(0);
          expect(at[1]).toBeGreaterThan(at[0]);
          expect(at[1]).toBeLessThanOrEqual(input.length);
        }
      }),
    );
  });

  it("reads strictly valid input no differently when lenient", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const strict = kind.parse(input);
        fc.pre(strict.valid);
        expect(kind.parse(input, { lenient: true })).toEqual(strict);
      }),
    );
  });

  it("finds its canonical form valid, unchanged and with the same parts", () => {
    fc.assert(
      fc.property(inputs, modes, (input, options) => {
        const parsed = kind.parse(input, options);
        fc.pre(parsed.valid);
        expect(kind.parse(parsed.value)).toMatchObject({
          valid: true,
          value: parsed.value,
          parts: parsed.parts,
        });
      }),
    );
  });

  it("masks all of a string it cannot parse", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        fc.pre(!kind.isValid(input, { lenient: true }));
        expect(kind.mask(input)).toBe("*".repeat(Math.min(input.length, 256)));
      }),
    );
  });

  it("stars something of a string it can parse", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        fc.pre(kind.isValid(input, { lenient: true }));
        expect(kind.mask(input)).toContain("*");
      }),
    );
  });

  it("never throws, and answers no differently for the same input again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), modes, (input, options) => {
        const parsed = kind.parse(input, options);
        expect(kind.parse(input, options)).toEqual(parsed);
        expect(kind.mask(input)).toBe(kind.mask(input));
      }),
    );
  });

  it("tells codes, severities and places alone, so that no finding can hold the input", () => {
    fc.assert(
      fc.property(inputs, modes, (input, options) => {
        for (const finding of kind.parse(input, options).findings) {
          expect(["code", "severity", "at"]).toEqual(expect.arrayContaining(Object.keys(finding)));
        }
      }),
    );
  });

  it("leaves no input behind in the engine's memory of the last regular expression", () => {
    /last seen/.test("last seen");
    for (const example of examples) {
      for (const input of [example, `${example} `, `\uff11${example}`]) {
        kind.isValid(input);
        kind.parse(input, { lenient: true });
        kind.mask(input);
      }
    }
    expect([RegExp.input, RegExp.lastMatch]).toEqual(["last seen", "last seen"]);
  });

  it("masks alike on every day", () => {
    const before = examples.map((example) => kind.mask(example));
    vi.setSystemTime(new Date("1500-01-01T00:00:00Z"));
    expect(examples.map((example) => kind.mask(example))).toEqual(before);
  });

  it.each([[undefined], [null], [42], [{}], [["13800138000"]], [Object("13800138000")]])(
    "refuses %j, which is not a string",
    (value: unknown) => {
      // A JavaScript caller can pass anything.
      const input = value as string;
      expect(kind.parse(input)).toEqual({
        valid: false,
        findings: [{ code: "NOT_A_STRING", severity: "error" }],
      });
      expect(kind.isValid(input, { lenient: true })).toBe(false);
      expect(kind.mask(input)).toBe("");
    },
  );
});
