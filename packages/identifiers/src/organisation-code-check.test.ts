import { describe, expect, it } from "vitest";
import { isOrganisationCodeCheckRight, isUserDefined } from "./organisation-code-check.ts";

describe("isOrganisationCodeCheckRight", () => {
  it("accepts the example printed in GB 11714-1997, in either case", () => {
    expect(isOrganisationCodeCheckRight("D2143569X", 0)).toBe(true);
    expect(isOrganisationCodeCheckRight("d2143569x", 0)).toBe(true);
  });

  it("refuses every other check character", () => {
    for (const character of "0123456789") {
      expect(isOrganisationCodeCheckRight(`D2143569${character}`, 0)).toBe(false);
    }
  });

  it("reads the code from the place it is told", () => {
    expect(isOrganisationCodeCheckRight("91350100D2143569X0", 8)).toBe(true);
  });
});

describe("isUserDefined", () => {
  it.each(["PDY00001", "PDY54321", "PDY99999"])("knows %s", (body) => {
    expect(isUserDefined(body)).toBe(true);
  });

  it.each(["PDY00000", "PDY0X1AB", "PDY000E1", "PDY1E003", "PDY0000A", "PDX00001", "12345678"])(
    "does not take %s for one",
    (body) => {
      expect(isUserDefined(body)).toBe(false);
    },
  );
});
