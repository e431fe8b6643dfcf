import { describe, expect, it } from "vitest";
import { detect } from "./detect.ts";
import { residencePermit } from "./residence-permit.ts";
import { residentId } from "./resident-id.ts";

/** Published specimens: Beijing Public Security Bureau (two), and a test of CredentialKit. */
const SPECIMENS = ["810000199408230021", "830000199201300022", "820000199408230023"];

describe("residencePermit", () => {
  it.each(SPECIMENS)("accepts the specimen %s", (number) => {
    expect(residencePermit.parse(number)).toMatchObject({
      valid: true,
      value: number,
      parts: { regionCode: number.slice(0, 6), sex: "F", sequence: "002" },
      findings: [],
    });
  });

  it.each(SPECIMENS)("is told apart from %s by nothing, so that residentId accepts it too", (number) => {
    expect(residentId.parse(number)).toEqual(residencePermit.parse(number));
    expect(detect(number)).toEqual(["residentId", "residencePermit", "taxpayerNumber"]);
  });

  it.each([
    ["11010519491231002X", "RESIDENT_ID_PERMIT_REGION", [0, 6]],
    ["810001199408230023", "RESIDENT_ID_PERMIT_REGION", [0, 6]],
    ["810000199413230021", "RESIDENT_ID_DATE", [6, 14]],
    ["810000199408230022", "RESIDENT_ID_CHECK", [17, 18]],
    ["810000", "RESIDENT_ID_LENGTH", undefined],
  ])("refuses %s", (number, code, at) => {
    const finding = { code, severity: "error", ...(at && { at }) };
    expect(residencePermit.parse(number)).toEqual({ valid: false, findings: [finding] });
  });

  it("masks all but the first and the last character", () => {
    expect(residencePermit.mask("810000 19940823 0021")).toBe("8****************1");
  });
});
