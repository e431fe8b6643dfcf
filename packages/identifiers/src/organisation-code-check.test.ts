import { describe, expect, it } from "vitest";
import { isOrganisationCodeCheckRight } from "./organisation-code-check.ts";

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
