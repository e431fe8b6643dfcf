import { describe, expect, it } from "vitest";
import { taiwanTravelPermit } from "./taiwan-travel-permit.ts";

describe("taiwanTravelPermit", () => {
  it("reads a number for life", () => {
    expect(taiwanTravelPermit.parse("00000000")).toEqual({
      valid: true,
      value: "00000000",
      parts: { lifetimeNumber: "00000000" },
      findings: [],
    });
  });

  it.each(["0000000001(B)", "0000000001(b)"])("reads the old number %s", (number) => {
    expect(taiwanTravelPermit.parse(number)).toEqual({
      valid: true,
      value: "0000000001(B)",
      parts: { lifetimeNumber: "00000000", issueCount: 1, issuer: "B" },
      findings: [],
    });
  });

  it.each([
    ["", "TAIWAN_PERMIT_LENGTH", undefined],
    ["0000000", "TAIWAN_PERMIT_LENGTH", undefined],
    ["0000000001", "TAIWAN_PERMIT_LENGTH", undefined],
    ["0000000A", "TAIWAN_PERMIT_CHARACTER", [7, 8]],
    ["0000000001[B]", "TAIWAN_PERMIT_CHARACTER", [10, 11]],
    ["0000000001(1)", "TAIWAN_PERMIT_CHARACTER", [11, 12]],
    ["0000000001(B(", "TAIWAN_PERMIT_CHARACTER", [12, 13]],
  ])("tells what is wrong with %j, and where", (input, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(taiwanTravelPermit.parse(input)).toEqual({ valid: false, findings: [finding] });
  });

  it("reads full-width brackets when lenient", () => {
    expect(taiwanTravelPermit.isValid("0000000001（B）")).toBe(false);
    expect(taiwanTravelPermit.parse("0000000001（B）", { lenient: true })).toMatchObject({
      valid: true,
      value: "0000000001(B)",
    });
  });

  it("masks all but the first and the last character", () => {
    expect(taiwanTravelPermit.mask("00000000")).toBe("0******0");
  });
});
