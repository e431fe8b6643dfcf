import { defineResultTable, type ResultRow, type ResultTable } from "@shiming/provider-kit";
import { defineAction, type Action } from "./action.ts";
import { digested, type Digest } from "./digest.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { resultOf } from "./result-of.ts";
import { RESULT_ROWS } from "./result-rows.ts";
import { sdkModel } from "./sources.ts";

const threeElementsTable = (action: string, model: string, rows: readonly ResultRow[]): ResultTable =>
  defineResultTable({
    provider: "chuanglan",
    action,
    source: sdkModel(`realName/${model}`),
    rows: [...rows, ...ERROR_ROWS],
  });

export const CARRIERS_AUTH: ResultTable = threeElementsTable(
  "carriers-auth",
  "CarriersAuthResponseData",
  RESULT_ROWS,
);

export const CARRIERS_AUTH_MD5: ResultTable = threeElementsTable(
  "carriers-auth-md5",
  "CarriersAuthMd5ResponseData",
  RESULT_ROWS,
);

/** Has a list of results of its own. */
export const CARRIERS_AUTH_SHA256: ResultTable = threeElementsTable(
  "carriersAuthSha256",
  "CarriersAuthSha256ResponseData",
  [
    { code: "01", meaning: "they match", outcome: "match", charged: "yes" },
    { code: "02", meaning: "they do not match", outcome: "mismatch", charged: "yes" },
    { code: "03", meaning: "there is no such record", outcome: "no-record", charged: "no" },
    { code: "04", meaning: "the service failed", error: "UNAVAILABLE", charged: "no" },
    { code: "05", meaning: "the limit of transactions is reached", error: "DAILY_LIMIT", charged: "no" },
    { code: "06", meaning: "the number segment is not supported", error: "REJECTED", charged: "no" },
    { code: "07", meaning: "a parameter was refused", error: "REJECTED", charged: "no" },
  ],
);

/** By what is sent: the table, and the vendor's names for name and mobile number, which differ for SHA-256. */
const VARIANTS = {
  plain: { table: CARRIERS_AUTH, name: "name", phone: "mobile" },
  md5: { table: CARRIERS_AUTH_MD5, name: "name", phone: "mobile" },
  sha256: { table: CARRIERS_AUTH_SHA256, name: "chName", phone: "chTel" },
} as const;

/** Name, resident ID number and mobile number. */
export function carriersAuth(digest: Digest | undefined): Action {
  const { table, ...names } = VARIANTS[digest ?? "plain"];
  return defineAction<{ kind: "phone"; phone: string; name: string; idNumber: string }>({
    kind: "phone",
    fields: ["mobile-number", "name", "id-document-number"],
    service: "auth",
    path: `/api/v2/auth/carriers/${table.action}`,
    table,
    parameters: ({ name, idNumber, phone }, reveal) => ({
      [names.name]: digested(reveal(name), digest),
      idNum: digested(reveal(idNumber), digest),
      [names.phone]: digested(reveal(phone), digest),
    }),
    verdictOf: resultOf,
  });
}
