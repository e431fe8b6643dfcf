import { defineResultTable, type ResultTable } from "@shiming/provider-kit";
import { defineAction, type Action, type Verdict } from "./action.ts";
import { differingFields } from "./company-parts.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { resultOf } from "./result-of.ts";
import { RESULT_ROWS } from "./result-rows.ts";
import { sdkModel } from "./sources.ts";

export const BUSINESS_FOUR_AUTH: ResultTable = defineResultTable({
  provider: "chuanglan",
  action: "business-four-auth",
  source: sdkModel("realName/EnterpriseFourAuthResponseData"),
  rows: [...RESULT_ROWS, ...ERROR_ROWS],
});

const PARTS = {
  companyNameMatch: "entity-name",
  creditCodeMatch: "credit-code",
  legalPerNameMatch: "legal-representative-name",
  idNoMatch: "legal-representative-id-number",
} as const;
const SCHEME = { agrees: "1", differs: ["2"], unverifiable: ["3"] };

/** The result decides; the parts only add which of them differ. */
function verdictOf(data: unknown): Verdict | undefined {
  const verdict = resultOf(data);
  const fields = differingFields(data, PARTS, SCHEME);
  return verdict && fields.length > 0 ? { ...verdict, fields } : verdict;
}

/** Credit code, name of the entity, name and ID number of its legal representative. */
export const companyFour: Action = defineAction<{
  kind: "credit-code";
  creditCode: string;
  entityName: string;
  legalRepresentative: { name: string; idNumber: string };
}>({
  kind: "credit-code",
  fields: ["credit-code", "entity-name", "legal-representative-name", "legal-representative-id-number"],
  service: "auth",
  path: "/api/v2/auth/gsxx/business-four-auth",
  table: BUSINESS_FOUR_AUTH,
  parameters: ({ creditCode, entityName, legalRepresentative }, reveal) => ({
    entName: reveal(entityName),
    creditCode: reveal(creditCode),
    legalPerName: reveal(legalRepresentative.name),
    idNum: reveal(legalRepresentative.idNumber),
  }),
  verdictOf,
});
