import type { CompanyPersona, OperatingStatus } from "../../personas/companies.ts";
import type { Action } from "./action.ts";
import { BUSY_COMPANY } from "./special-names.ts";
import { vendorError } from "./vendor-error.ts";

type VerifyType = "ENT_2META" | "ENT_3META";

/** With three elements the vendor only tells operating (1) from not operating (2). */
const OPERATING_STATUS: Readonly<Record<VerifyType, Readonly<Record<OperatingStatus, string>>>> = {
  ENT_2META: { open: "1", deregistered: "3", revoked: "4" },
  ENT_3META: { open: "1", deregistered: "2", revoked: "2" },
};

interface Elements {
  readonly entityName: string;
  /** Undefined when two elements are checked. */
  readonly legalRepresentative: string | undefined;
}

function agrees(company: CompanyPersona, { entityName, legalRepresentative }: Elements): boolean {
  return (
    company.name === entityName &&
    (legalRepresentative === undefined || company.legalRepresentative.name === legalRepresentative)
  );
}

/**
 * Credit code and company name, with the legal representative as third element:
 * https://cloud.tencent.com/document/api/866/132862.
 *
 * The page does not say what an absent VerifyType means; here it follows from whether LrName is present.
 * OperatingStatus is only told when everything agrees.
 */
export const businessLicenceVerification: Action = {
  name: "VerifyBizLicenseEnterprise3",
  product: "ocr",
  version: "2018-11-19",
  parameters: {
    CreditCode: { kind: "text", required: true, field: "credit-code" },
    EntName: { kind: "text", required: true, field: "entity-name" },
    LrName: { kind: "text", field: "legal-representative-name" },
    VerifyType: {
      kind: "text",
      oneOf: ["ENT_2META", "ENT_3META"],
      refusal: "InvalidParameterValue.InvalidParameterValueLimit",
    },
  },
  answer({ CreditCode = "", EntName = "", LrName, VerifyType }, registry) {
    const three = VerifyType === undefined ? LrName !== undefined : VerifyType === "ENT_3META";
    if (three && LrName === undefined) return vendorError("MissingParameter", "`LrName` is required.");
    if (EntName === BUSY_COMPANY) return { kind: "answer", status: "1", response: { StatusCode: 1 } };
    const company = registry.companyByCreditCode(CreditCode);
    if (company === undefined && registry.companyByName(EntName) === undefined) {
      return { kind: "answer", status: "2", response: { StatusCode: 2 } };
    }
    const elements = { entityName: EntName, legalRepresentative: three ? LrName : undefined };
    if (company === undefined || !agrees(company, elements)) {
      return { kind: "answer", status: "0/0", response: { StatusCode: 0, VerifyResult: 0 } };
    }
    const OperatingStatus = OPERATING_STATUS[three ? "ENT_3META" : "ENT_2META"][company.operatingStatus];
    return { kind: "answer", status: "0/1", response: { StatusCode: 0, VerifyResult: 1, OperatingStatus } };
  },
};
