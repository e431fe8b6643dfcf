import { defineResultTable, type ResultTable } from "@shiming/provider-kit";
import { defineAction, type Action } from "./action.ts";
import { verdictByParts } from "./company-parts.ts";
import { PART_ROWS } from "./company-part-rows.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { sdkModel } from "./sources.ts";

export const BUSINESS_THREE_AUTH: ResultTable = defineResultTable({
  provider: "chuanglan",
  action: "business-three-auth",
  source: sdkModel("business/EnterpriseThreeAuthResponseData"),
  rows: [...PART_ROWS, ...ERROR_ROWS],
});

const PARTS = {
  entNameMatch: "entity-name",
  creditCodeMatch: "credit-code",
  legalPerNameMatch: "legal-representative-name",
} as const;

/**
 * The SDK says 1, 2, 3 and the vendor's page (https://doc.chuanglan.com/document/CCWGWAZMODK426FG) 1, 0, -1. No number
 * means two things in them, so both are understood.
 */
const SCHEME = { agrees: "1", differs: ["2", "0"], unverifiable: ["3", "-1"] };

/** Credit code, name of the entity and name of its legal representative. */
export const companyThree: Action = defineAction<{
  kind: "credit-code";
  creditCode: string;
  entityName: string;
  legalRepresentative: { name: string };
}>({
  kind: "credit-code",
  fields: ["credit-code", "entity-name", "legal-representative-name"],
  service: "business",
  path: "/api/v2/sdk/gsxx/business-three-auth",
  table: BUSINESS_THREE_AUTH,
  parameters: ({ creditCode, entityName, legalRepresentative }, reveal) => ({
    entName: reveal(entityName),
    creditCode: reveal(creditCode),
    legalPerName: reveal(legalRepresentative.name),
  }),
  verdictOf: (data) => verdictByParts(data, PARTS, SCHEME),
});
