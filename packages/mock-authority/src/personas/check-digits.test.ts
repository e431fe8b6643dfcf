import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  creditCheckCharacter,
  idCheckCharacter,
  isIdNumber,
  organisationCheckCharacter,
} from "./check-digits.ts";
import { PENDING_CITIZENS, VERIFIED_CITIZENS } from "./nppa-citizens.ts";

describe("isIdNumber", () => {
  it.each(["11010519491231002X", "440524188001010014"])(
    "accepts %s, an example of GB 11643-1999",
    (number) => {
      expect(isIdNumber(number)).toBe(true);
    },
  );

  it.each([...VERIFIED_CITIZENS, ...PENDING_CITIZENS])(
    "accepts the published number of $name",
    ({ idNumber }) => {
      expect(isIdNumber(idNumber)).toBe(true);
    },
  );

  it.each([
    ["a wrong check character", "110105194912310021"],
    ["a small x", "11010519491231002x"],
    ["30 February", `11010519490230002${idCheckCharacter("11010519490230002")}`],
    ["month 13", `11010519491331002${idCheckCharacter("11010519491331002")}`],
    ["15 digits", "110105491231002"],
    ["nothing", ""],
    ["full-width digits", "１１０１０５１９４９１２３１００２Ｘ"],
  ])("refuses %s", (_, number) => {
    expect(isIdNumber(number)).toBe(false);
  });

  it("refuses every number with one digit changed", () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.constantFrom(...VERIFIED_CITIZENS),
        fc.integer({ min: 0, max: 16 }),
        digit,
        (citizen, at, to) => {
          const { idNumber } = citizen;
          fc.pre(idNumber.charAt(at) !== String(to));
          expect(isIdNumber(`${idNumber.slice(0, at)}${to}${idNumber.slice(at + 1)}`)).toBe(false);
        },
      ),
    );
  });
});

describe("check characters of organisations", () => {
  it("computes the examples printed in GB 11714-1997 and GB 32100-2015", () => {
    expect(organisationCheckCharacter("D2143569")).toBe("X");
    expect(creditCheckCharacter("91350100M000100Y4")).toBe("3");
  });
});
