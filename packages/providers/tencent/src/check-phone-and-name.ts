import { defineResultTable, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action } from "./action.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { malformed } from "./malformed.ts";
import { SDK_MODELS } from "./sources.ts";

/** A mismatch is 1 here, and -1 is no record: the numbers of this vendor mean something else in every action. */
export const CHECK_PHONE_AND_NAME: ResultTable = defineResultTable({
  provider: "tencent",
  action: "CheckPhoneAndName",
  source: "https://cloud.tencent.com/document/api/1007/50364",
  rows: [
    { code: "0", meaning: "name and phone match", outcome: "match", charged: "yes" },
    { code: "1", meaning: "name and phone do not match", outcome: "mismatch", charged: "yes" },
    { code: "-1", meaning: "there is no such record", outcome: "no-record", charged: "no" },
    { code: "-2", meaning: "the engine failed", error: "UNAVAILABLE", charged: "no" },
    { code: "-3", meaning: "the service of the engine failed", error: "UNAVAILABLE", charged: "no" },
    malformed("-4", "name"),
    malformed("-5", "mobile-number"),
    {
      code: "-6",
      meaning: "the daily limit for these values is reached",
      error: "DAILY_LIMIT",
      charged: "no",
    },
    {
      code: "-13",
      meaning: "the number segment is not supported",
      error: "REJECTED",
      charged: "no",
      source: SDK_MODELS.faceid,
    },
    ...ERROR_ROWS,
  ],
});

const ANSWER = z.object({ Result: z.string() });

/** Name and mobile number. */
export const checkPhoneAndName: Action = defineAction<{ kind: "phone"; phone: string; name: string }>({
  kind: "phone",
  fields: ["mobile-number", "name"],
  service: "faceid",
  version: "2018-03-01",
  encryption: { parameters: ["Mobile", "Name"], place: "Encryption" },
  table: CHECK_PHONE_AND_NAME,
  parameters: ({ phone, name }, reveal) => ({ Mobile: reveal(phone), Name: reveal(name) }),
  codeOf: (response) => readWith(ANSWER, response, CHECK_PHONE_AND_NAME).Result,
});
