import { defineResultTable, type ResultTable } from "@shiming/provider-kit";
import { defineAction, type Action } from "./action.ts";
import { digested, type Digest } from "./digest.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { resultOf } from "./result-of.ts";
import { RESULT_ROWS } from "./result-rows.ts";
import { sdkModel } from "./sources.ts";

const twoElementsTable = (action: string): ResultTable =>
  defineResultTable({
    provider: "chuanglan",
    action,
    source: sdkModel("realName/CarriersTwoAuthResponseData"),
    rows: [...RESULT_ROWS, ...ERROR_ROWS],
  });

export const CARRIERS_TWO_AUTH: ResultTable = twoElementsTable("carriers-two-auth");
export const CARRIERS_TWO_AUTH_MD5: ResultTable = twoElementsTable("carriers-two-auth-md5");

/** Name and mobile number. The vendor has no SHA-256 of it. */
export function carriersTwoAuth(digest: Exclude<Digest, "sha256"> | undefined): Action {
  const table = digest === undefined ? CARRIERS_TWO_AUTH : CARRIERS_TWO_AUTH_MD5;
  return defineAction<{ kind: "phone"; phone: string; name: string }>({
    kind: "phone",
    fields: ["mobile-number", "name"],
    service: "auth",
    path: `/api/v2/auth/carriers/${table.action}`,
    table,
    parameters: ({ name, phone }, reveal) => ({
      name: digested(reveal(name), digest),
      mobile: digested(reveal(phone), digest),
    }),
    verdictOf: resultOf,
  });
}
