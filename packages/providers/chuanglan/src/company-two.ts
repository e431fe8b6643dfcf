import { defineResultTable, type ResultTable } from "@shiming/provider-kit";
import { defineAction, type Action } from "./action.ts";
import { verdictByParts } from "./company-parts.ts";
import { PART_ROWS } from "./company-part-rows.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { COMPANY_PAGE } from "./sources.ts";

export const TWO_ELEMENTS_CHECK: ResultTable = defineResultTable({
  provider: "chuanglan",
  action: "twoElementsCheck",
  source: COMPANY_PAGE,
  rows: [...PART_ROWS, ...ERROR_ROWS],
});

/** This action alone writes its members with underscores and its verdicts as 1, 0 and -1. */
const PARTS = { ent_name_match: "entity-name", credit_code_match: "credit-code" } as const;
const SCHEME = { agrees: "1", differs: ["0"], unverifiable: ["-1"] };

/** Credit code and name of the entity. */
export const companyTwo: Action = defineAction<{
  kind: "credit-code";
  creditCode: string;
  entityName: string;
}>({
  kind: "credit-code",
  fields: ["credit-code", "entity-name"],
  service: "business",
  path: "/api/v2/sdk/dynamic2/gsxx/twoElementsCheck",
  table: TWO_ELEMENTS_CHECK,
  parameters: ({ creditCode, entityName }, reveal) => ({
    credit_code: reveal(creditCode),
    ent_name: reveal(entityName),
  }),
  verdictOf: (data) => verdictByParts(data, PARTS, SCHEME),
});
