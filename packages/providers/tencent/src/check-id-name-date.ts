import { defineResultTable, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action } from "./action.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { malformed } from "./malformed.ts";
import { SDK_MODELS } from "./sources.ts";

export const CHECK_ID_NAME_DATE: ResultTable = defineResultTable({
  provider: "tencent",
  action: "CheckIdNameDate",
  source: SDK_MODELS.faceid,
  rows: [
    { code: "0", meaning: "name, number and validity match", outcome: "match", charged: "yes" },
    { code: "-1", meaning: "the three do not match", outcome: "mismatch", charged: "yes" },
    malformed("-2", "id-document-number"),
    malformed("-3", "name"),
    malformed("-4", "id-document-validity"),
    {
      code: "-5",
      meaning: "the identity is not valid",
      outcome: "invalid",
      problems: [
        { field: "name", rule: "REJECTED_BY_AUTHORITY" },
        { field: "id-document-number", rule: "REJECTED_BY_AUTHORITY" },
      ],
      charged: "no",
    },
    { code: "-6", meaning: "the source of records failed", error: "UNAVAILABLE", charged: "no" },
    { code: "-7", meaning: "there is no such record", outcome: "no-record", charged: "no" },
    {
      code: "-8",
      meaning: "the daily limit for these values is reached",
      error: "DAILY_LIMIT",
      charged: "no",
    },
    ...ERROR_ROWS,
  ],
});

const ANSWER = z.object({ Result: z.string() });

/** Both ends of the validity are one field, so that the fields alone do not say whether both are there. */
type WithValidity = {
  kind: "resident-id";
  name: string;
  idNumber: string;
  validFrom?: string;
  validTo?: string;
};

/** Name, resident ID number and both ends of the card's validity. */
export const checkIdNameDate: Action = defineAction<WithValidity>({
  kind: "resident-id",
  fields: ["name", "id-document-number", "id-document-validity"],
  service: "faceid",
  version: "2018-03-01",
  encryption: { parameters: ["Name", "IdCard"], place: "Encryption" },
  table: CHECK_ID_NAME_DATE,
  parameters: ({ name, idNumber, validFrom, validTo }, reveal) =>
    validFrom && validTo
      ? {
          Name: reveal(name),
          IdCard: reveal(idNumber),
          ValidityBegin: toVendorDate(reveal(validFrom)),
          ValidityEnd: toVendorDate(reveal(validTo)),
        }
      : undefined,
  codeOf: (response) => readWith(ANSWER, response, CHECK_ID_NAME_DATE).Result,
});

/** `2040-01-31` is `20400131`, and `long-term` is eight zeros. */
const toVendorDate = (date: string): string => (date === "long-term" ? "00000000" : date.replaceAll("-", ""));
