import { defineResultTable, readWith, type JsonObject, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action } from "./action.ts";
import { ERROR_ROWS } from "./error-rows.ts";

/** The code is `StatusCode/VerifyResult`; the second has a meaning only after a StatusCode of 0. */
export const VERIFY_BIZ_LICENSE: ResultTable = defineResultTable({
  provider: "tencent",
  action: "VerifyBizLicenseEnterprise3",
  source: "https://cloud.tencent.com/document/api/866/132862",
  rows: [
    { code: "0/1", meaning: "all elements match", outcome: "match", charged: "yes" },
    { code: "0/0", meaning: "not all elements match", outcome: "mismatch", charged: "yes" },
    { code: "1/", meaning: "the service failed", error: "UNAVAILABLE", charged: "no" },
    { code: "2/", meaning: "there is no such record", outcome: "no-record", charged: "no" },
    ...ERROR_ROWS,
  ],
});

const ANSWER = z.object({ StatusCode: z.int(), VerifyResult: z.int().nullish() });

const shared = {
  kind: "credit-code",
  service: "ocr",
  version: "2018-11-19",
  table: VERIFY_BIZ_LICENSE,
  codeOf: (response: JsonObject) => {
    const { StatusCode, VerifyResult } = readWith(ANSWER, response, VERIFY_BIZ_LICENSE);
    return `${StatusCode}/${StatusCode === 0 ? VerifyResult : ""}`;
  },
} as const;

type Company = { kind: "credit-code"; creditCode: string; entityName: string };

/** Credit code and name of the entity. */
export const verifyBizLicense2: Action = defineAction<Company>({
  ...shared,
  fields: ["credit-code", "entity-name"],
  parameters: ({ creditCode, entityName }, reveal) => ({
    CreditCode: reveal(creditCode),
    EntName: reveal(entityName),
    VerifyType: "ENT_2META",
  }),
});

/** Credit code, name of the entity and name of its legal representative. */
export const verifyBizLicense3: Action = defineAction<Company & { legalRepresentative: { name: string } }>({
  ...shared,
  fields: ["credit-code", "entity-name", "legal-representative-name"],
  parameters: ({ creditCode, entityName, legalRepresentative }, reveal) => ({
    CreditCode: reveal(creditCode),
    EntName: reveal(entityName),
    LrName: reveal(legalRepresentative.name),
    VerifyType: "ENT_3META",
  }),
});
