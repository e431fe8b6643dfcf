import type { PersonalField } from "../../journal.ts";
import type { CompanyPersona, OperatingStatus } from "../../personas/companies.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Action, Answer, Values } from "./action.ts";
import { gatewayError } from "./gateway-error.ts";
import type { GatewayError } from "./gateway-error.ts";

const STATUS: Readonly<Record<OperatingStatus, string>> = { open: "1", deregistered: "3", revoked: "4" };

const TWO = ["LicenseNo", "EntName"];
const THREE = [...TWO, "LegalPersonName"];

/** Elements by `InfoVerifyType`. */
const ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["ENT_2META", TWO],
  ["ENT_3META", THREE],
  ["ENT_4META", [...THREE, "LegalPersonCertNo"]],
]);

const FIELDS: Readonly<Record<string, PersonalField>> = {
  LicenseNo: "credit-code",
  EntName: "entity-name",
  LegalPersonName: "legal-representative-name",
  LegalPersonCertNo: "legal-representative-id-number",
};

/** What the register has of each element. */
function recordOf(company: CompanyPersona, { personas }: Registry): Values {
  const { name, persona } = company.legalRepresentative;
  const person = personas.find(({ id }) => id === persona);
  return {
    LicenseNo: company.creditCode,
    EntName: company.name,
    LegalPersonName: name,
    LegalPersonCertNo: person?.kind === "person" ? person.idNumber : undefined,
  };
}

function result(BizCode: string, more: Readonly<Record<string, string>> = {}): Answer {
  const body = { Code: "Success", Message: "success", Result: { BizCode, ...more } };
  return { kind: "answer", status: `Success/${BizCode}`, body };
}

function checkParameters(values: Values): GatewayError | undefined {
  const { UserAuthorization, InfoVerifyType = "" } = values;
  const required = ["UserAuthorization", "InfoVerifyType", ...(ELEMENTS.get(InfoVerifyType) ?? [])];
  const missing = required.find((name) => (values[name] ?? "") === "");
  if (missing !== undefined) return gatewayError("MissingParameter", `${missing} is missing.`);
  if (UserAuthorization !== "0" && UserAuthorization !== "1") {
    return gatewayError("InvalidParameter", "UserAuthorization must be 0 or 1.");
  }
  if (!ELEMENTS.has(InfoVerifyType)) {
    return gatewayError("InvalidParameter", "InfoVerifyType must be ENT_2META, ENT_3META or ENT_4META.");
  }
  const { MerchantBizId = "" } = values;
  if (MerchantBizId.length > 32)
    return gatewayError("InvalidParameter", "MerchantBizId has at most 32 characters.");
  return undefined;
}

/**
 * Credit code and company name, with name and ID number of the legal representative as third and fourth element.
 * `ReasonDetail` names what disagrees: https://help.aliyun.com/zh/id-verification/enterprise-identity-authentication/developer-reference/enterprise-factor-validation-v2.
 */
export const entElementVerifyV2: Action = {
  name: "EntElementVerifyV2",
  version: "2022-11-25",
  place: "query",
  fields: FIELDS,
  answer(values, registry) {
    const error = checkParameters(values);
    if (error !== undefined) return error;
    const { LicenseNo = "", EntName = "", InfoVerifyType = "" } = values;
    const company = registry.companyByCreditCode(LicenseNo) ?? registry.companyByName(EntName);
    if (company === undefined) return result("3");
    const known = recordOf(company, registry);
    const elements = ELEMENTS.get(InfoVerifyType) ?? TWO;
    const wrong = elements.filter((name) => values[name] !== known[name]);
    if (wrong.length > 0) return result("2", { ReasonDetail: wrong.map((name) => `${name}Flag`).join(",") });
    return result("1", { Status: STATUS[company.operatingStatus], OpenTime: "2018-09-25/9999-09-09" });
  },
};
