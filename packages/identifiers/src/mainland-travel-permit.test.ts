import { describe, expect, it } from "vitest";
import { mainlandTravelPermit } from "./mainland-travel-permit.ts";

describe("mainlandTravelPermit", () => {
  it.each([
    ["H00000000", { issuedFor: "hong-kong", holder: "chinese", lifetimeNumber: "H00000000" }],
    ["M00000000", { issuedFor: "macau", holder: "chinese", lifetimeNumber: "M00000000" }],
    [
      "H0000000000",
      { issuedFor: "hong-kong", holder: "chinese", lifetimeNumber: "H00000000", renewalCount: 0 },
    ],
    ["m0000000012", { issuedFor: "macau", holder: "chinese", lifetimeNumber: "M00000000", renewalCount: 12 }],
    ["HA0000000", { issuedFor: "hong-kong", holder: "non-chinese", lifetimeNumber: "HA0000000" }],
    ["MA0000000", { issuedFor: "macau", holder: "non-chinese", lifetimeNumber: "MA0000000" }],
  ])("reads the parts of %s", (number, parts) => {
    expect(mainlandTravelPermit.parse(number)).toEqual({
      valid: true,
      value: number.toUpperCase(),
      parts,
      findings: [],
    });
  });

  it.each([
    ["", "MAINLAND_PERMIT_LENGTH", undefined],
    ["H0000000", "MAINLAND_PERMIT_LENGTH", undefined],
    ["H000000000", "MAINLAND_PERMIT_LENGTH", undefined],
    ["HA000000001", "MAINLAND_PERMIT_CHARACTER", [1, 2]],
    ["A00000000", "MAINLAND_PERMIT_CHARACTER", [0, 1]],
    ["HB0000000", "MAINLAND_PERMIT_CHARACTER", [1, 2]],
    ["HA00A0000", "MAINLAND_PERMIT_CHARACTER", [4, 5]],
    ["H0000000A", "MAINLAND_PERMIT_CHARACTER", [8, 9]],
    ["１00000000", "CHARACTER_FULL_WIDTH", [0, 1]],
  ])("tells what is wrong with %j, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    const parsed = mainlandTravelPermit.parse(input);
    expect(parsed.valid).toBe(false);
    expect(parsed.findings[0]).toEqual(finding);
  });

  it("reads full-width characters and spaces when lenient", () => {
    expect(mainlandTravelPermit.parse("Ｈ0000 0000", { lenient: true })).toMatchObject({
      valid: true,
      value: "H00000000",
      findings: [{ code: "CHARACTER_FULL_WIDTH" }, { code: "CHARACTER_SEPARATOR" }],
    });
  });

  it("masks all but the first and the last character", () => {
    expect(mainlandTravelPermit.mask("H0000000002")).toBe("H*********2");
  });
});
