import { defineResultTable, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action } from "./action.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { malformed } from "./malformed.ts";

export const ID_CARD_VERIFICATION: ResultTable = defineResultTable({
  provider: "tencent",
  action: "IdCardVerification",
  source: "https://cloud.tencent.com/document/api/1007/33188",
  rows: [
    { code: "0", meaning: "name and number match", outcome: "match", charged: "yes" },
    { code: "-1", meaning: "name and number do not match", outcome: "mismatch", charged: "yes" },
    malformed("-2", "id-document-number"),
    malformed("-3", "name"),
    { code: "-4", meaning: "the source of records failed", error: "UNAVAILABLE", charged: "no" },
    { code: "-5", meaning: "there is no such record", outcome: "no-record", charged: "no" },
    { code: "-6", meaning: "the source of records is being upgraded", error: "UNAVAILABLE", charged: "no" },
    {
      code: "-7",
      meaning: "the daily limit for these values is reached",
      error: "DAILY_LIMIT",
      charged: "no",
    },
    ...ERROR_ROWS,
  ],
});

const ANSWER = z.object({ Result: z.string() });

/** Name and resident ID number. */
export const idCardVerification: Action = defineAction<{
  kind: "resident-id";
  name: string;
  idNumber: string;
}>({
  kind: "resident-id",
  fields: ["name", "id-document-number"],
  service: "faceid",
  version: "2018-03-01",
  encryption: { parameters: ["Name", "IdCard"], place: "Encryption" },
  table: ID_CARD_VERIFICATION,
  parameters: ({ name, idNumber }, reveal) => ({ Name: reveal(name), IdCard: reveal(idNumber) }),
  codeOf: (response) => readWith(ANSWER, response, ID_CARD_VERIFICATION).Result,
});
