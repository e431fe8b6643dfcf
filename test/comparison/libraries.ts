import { readFileSync } from "node:fs";
import {
  creditCode,
  landlineNumber,
  legacyResidentId,
  mainlandTravelPermit,
  mobileNumber,
  organisationCode,
  passport,
  permanentResidentCard,
  personName,
  registrationNumber,
  residentId,
  taiwanTravelPermit,
  taxpayerNumber,
} from "@shiming/identifiers";
import IDValidator from "id-validator";
import GB2260 from "id-validator/src/GB2260.js";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { stdnum } from "stdnum";
import validator from "validator";
import type { Topic } from "./cases.ts";

/** A library, and how it is asked about each topic that it offers. */
export interface Library {
  readonly name: string;
  readonly asks: Partial<Readonly<Record<Topic, (input: string) => boolean>>>;
}

const plain = new IDValidator();
const withRegions = new IDValidator(GB2260);

export const LIBRARIES: readonly Library[] = [
  {
    name: "@shiming/identifiers",
    asks: {
      "resident-id": (input) => residentId.isValid(input),
      "legacy-resident-id": (input) => legacyResidentId.isValid(input),
      "permanent-resident-card": (input) => permanentResidentCard.isValid(input),
      "travel-permit": (input) => mainlandTravelPermit.isValid(input) || taiwanTravelPermit.isValid(input),
      passport: (input) => passport.isValid(input),
      "credit-code": (input) => creditCode.isValid(input),
      "organisation-code": (input) => organisationCode.isValid(input),
      "registration-number": (input) => registrationNumber.isValid(input),
      "taxpayer-number": (input) => taxpayerNumber.isValid(input),
      "mobile-number": (input) => mobileNumber.isValid(input),
      "landline-number": (input) => landlineNumber.isValid(input),
      "person-name": (input) => personName.isValid(input),
    },
  },
  {
    name: `validator ${versionOf("validator")}`,
    asks: {
      "resident-id": (input) => validator.isIdentityCard(input, "zh-CN"),
      "legacy-resident-id": (input) => validator.isIdentityCard(input, "zh-CN"),
      passport: (input) => validator.isPassportNumber(input, "CN"),
      "mobile-number": (input) => validator.isMobilePhone(input, "zh-CN"),
    },
  },
  {
    name: `id-validator ${versionOf("id-validator")}`,
    asks: {
      "resident-id": (input) => plain.isValid(input),
      "legacy-resident-id": (input) => plain.isValid(input),
    },
  },
  {
    name: `id-validator ${versionOf("id-validator")} + GB2260`,
    asks: {
      "resident-id": (input) => withRegions.isValid(input),
      "legacy-resident-id": (input) => withRegions.isValid(input),
    },
  },
  {
    name: `stdnum ${versionOf("stdnum")}`,
    asks: {
      "resident-id": (input) => stdnum["CN"]?.["ric"]?.validate(input).isValid === true,
      "credit-code": (input) => stdnum["CN"]?.["uscc"]?.validate(input).isValid === true,
    },
  },
  {
    name: `libphonenumber-js/max ${versionOf("libphonenumber-js")}`,
    asks: {
      "mobile-number": (input) => typeOfValid(input) === "MOBILE",
      "landline-number": (input) => !["MOBILE", undefined].includes(typeOfValid(input)),
    },
  },
];

/** What libphonenumber takes a valid number of China for; its smaller sets of data know no types. */
function typeOfValid(input: string): string | undefined {
  const number = parsePhoneNumberFromString(input, "CN");
  return number?.isValid() === true && number.country === "CN" ? number.getType() : undefined;
}

/** The installed version; not every library exports its package.json. */
function versionOf(name: string): string {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  // A manifest has a version, or it could not be installed.
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return version;
}
