import { defineResultTable, type ResultTable } from "@shiming/provider-kit";
import { defineAction, type Action } from "./action.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { resultOf } from "./result-of.ts";
import { RESULT_ROWS } from "./result-rows.ts";
import { sdkModel } from "./sources.ts";

export const ID_CARD_AUTH: ResultTable = defineResultTable({
  provider: "chuanglan",
  action: "id-card-auth",
  source: sdkModel("realName/IdCardAuthResponseData"),
  rows: [...RESULT_ROWS, ...ERROR_ROWS],
});

/** Name and resident ID number. */
export const idCardAuth: Action = defineAction<{ kind: "resident-id"; name: string; idNumber: string }>({
  kind: "resident-id",
  fields: ["name", "id-document-number"],
  service: "auth",
  path: "/api/v2/auth/idcard/id-card-auth",
  table: ID_CARD_AUTH,
  parameters: ({ name, idNumber }, reveal) => ({ name: reveal(name), idNum: reveal(idNumber) }),
  verdictOf: resultOf,
});
