import type { CompanyPersona } from "../../personas/companies.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Action, Values } from "./action.ts";
import { BUSY_COMPANY } from "./special-names.ts";

const OPERATING_STATUS = { open: "1", deregistered: "3", revoked: "4" } as const;

/** The company that the other elements are compared with: the code's, else the name's. */
function findCompany(
  { CreditCode = "", EntName = "" }: Values,
  registry: Registry,
): CompanyPersona | undefined {
  return registry.companyByCreditCode(CreditCode) ?? registry.companyByName(EntName);
}

/** Neither code nor name known: the vendor fixes the last two flags to false. It does not say so of the first two. */
const NOTHING_FOUND = {
  IsCreditCodeConsistent: false,
  IsEntNameConsistent: false,
  IsLrNameConsistent: false,
  IsIdNumConsistent: false,
};

function compare(company: CompanyPersona | undefined, given: Values): typeof NOTHING_FOUND {
  if (company === undefined) return NOTHING_FOUND;
  const { creditCode, name, legalRepresentative } = company;
  return {
    IsCreditCodeConsistent: creditCode === given["CreditCode"],
    IsEntNameConsistent: name === given["EntName"],
    IsLrNameConsistent: legalRepresentative.name === given["LrName"],
    IsIdNumConsistent: legalRepresentative.idNumber === given["IdNum"],
  };
}

/**
 * Credit code, company name, name and ID number of the legal representative. There is no code for a company without a
 * record. The period of operation is always the one the vendor gives for a company it cannot tell it of.
 *
 * Source: https://github.com/TencentCloud/tencentcloud-sdk-nodejs, src/services/ocr/v20181119/ocr_models.ts.
 */
export const businessLicenceVerification4: Action = {
  name: "VerifyBizLicenseEnterprise4",
  product: "ocr",
  version: "2018-11-19",
  parameters: {
    CreditCode: { kind: "text", required: true, field: "credit-code" },
    EntName: { kind: "text", required: true, field: "entity-name" },
    LrName: { kind: "text", required: true, field: "legal-representative-name" },
    IdNum: { kind: "text", required: true, field: "legal-representative-id-number" },
  },
  answer(values, registry) {
    if (values["EntName"] === BUSY_COMPANY)
      return { kind: "answer", status: "1", response: { StatusCode: 1 } };
    const company = findCompany(values, registry);
    const flags = compare(company, values);
    const VerifyResult = Object.values(flags).every(Boolean) ? 1 : 0;
    const OperatingStatus = company === undefined ? "/" : OPERATING_STATUS[company.operatingStatus];
    const response = { StatusCode: 0, VerifyResult, ...flags, OperatingStatus, OperatingPeriod: "/" };
    return { kind: "answer", status: `0/${VerifyResult}`, response };
  },
};
