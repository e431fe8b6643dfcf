import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detect } from "./detect.ts";
import { creditCode } from "./credit-code.ts";
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

const KINDS = {
  residentId,
  legacyResidentId,
  residencePermit,
  permanentResidentCard,
  mainlandTravelPermit,
  taiwanTravelPermit,
  passport,
  creditCode,
  organisationCode,
  registrationNumber,
  taxpayerNumber,
  mobileNumber,
  landlineNumber,
  personName,
};

const INPUTS = [
  "11010519491231002X",
  "110105000101207",
  "110105189003010015",
  "830000199201300022",
  "CAN110081080310",
  "MA0000000",
  "H0000000001",
  "0000000001(B)",
  "91350100M000100Y43",
  "350100M000100Y4",
  "D2143569-X",
  "110108000000016",
  "+86 138 0013 8000",
  "1064812345678",
  "400-123-4567",
  "95588",
  "某一一",
  "MOU YI",
];

describe("detect", () => {
  it.each([
    ["11010519491231002X", ["residentId", "taxpayerNumber"]],
    ["440524800101998", ["legacyResidentId", "taxpayerNumber"]],
    ["810000199408230021", ["residentId", "residencePermit", "taxpayerNumber"]],
    ["932682198501010017", ["permanentResidentCard"]],
    ["CAN110081080310", ["permanentResidentCard"]],
    ["91350100M000100Y43", ["creditCode", "taxpayerNumber"]],
    ["D2143569-X", ["organisationCode"]],
    ["+86 138 0013 8000", ["mobileNumber"]],
    ["010-6234 5678", ["landlineNumber"]],
    ["某一一", ["personName"]],
    ["11010519491231002", []],
    ["", []],
  ])("reads %j as %j", (input, names) => {
    expect(detect(input)).toEqual(names);
  });

  it.each([
    // 15 digits, with the check digits of a registration number and of an organisation code.
    ["110105000101207", ["legacyResidentId", "registrationNumber", "taxpayerNumber"]],
    // 18 characters, with the check characters of both.
    ["110105189003010015", ["residentId", "creditCode", "taxpayerNumber"]],
    ["MA0000000", ["mainlandTravelPermit", "passport"]],
    ["S00000000", ["passport"]],
    ["95123456", ["taiwanTravelPermit", "landlineNumber"]],
  ])("names every kind that %s could be", (input, names) => {
    expect(detect(input)).toEqual(names);
  });

  it("agrees with isValid of every kind, in their order", () => {
    const inputs = fc.oneof(
      fc.constantFrom(...INPUTS),
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[0-9A-Z]{8,20}$/),
    );
    fc.assert(
      fc.property(inputs, (input) => {
        const valid = Object.entries(KINDS).filter(([, kind]) => kind.isValid(input));
        expect(detect(input)).toEqual(valid.map(([name]) => name));
      }),
    );
  });
});
