import type { KnownField } from "@shiming/contract";
import { defineResultTable, readWith, type OutcomeRow, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action } from "./action.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { malformed } from "./malformed.ts";

/** `detailed` says which part disagrees. The vendor prices the two differently. */
export type VerifyMode = "brief" | "detailed";

/** Result -4 with a `ResultDetail`, which only the detailed mode has. */
const detailed = (detail: string, fields: readonly KnownField[]): OutcomeRow => ({
  code: `-4/${detail}`,
  meaning: `the three do not match: ${detail}`,
  outcome: "mismatch",
  charged: "yes",
  fields,
});

export const PHONE_VERIFICATION: ResultTable = defineResultTable({
  provider: "tencent",
  action: "PhoneVerification",
  source: "https://cloud.tencent.com/document/api/1007/39765",
  rows: [
    { code: "0", meaning: "name, number and phone match", outcome: "match", charged: "yes" },
    { code: "-4", meaning: "the three do not match", outcome: "mismatch", charged: "yes" },
    detailed("PhoneIdCardMismatch", ["id-document-number"]),
    detailed("PhoneNameMismatch", ["name"]),
    detailed("PhoneNameIdCardMismatch", ["name", "id-document-number"]),
    detailed("NameIdCardMismatch", ["name", "id-document-number"]),
    malformed("-6", "mobile-number"),
    malformed("-7", "id-document-number"),
    malformed("-8", "name"),
    { code: "-9", meaning: "there is no such record", outcome: "no-record", charged: "no" },
    { code: "-11", meaning: "the verification centre is busy", error: "UNAVAILABLE", charged: "no" },
    {
      code: "-12",
      meaning: "the daily limit for these values is reached",
      error: "DAILY_LIMIT",
      charged: "no",
    },
    { code: "-13", meaning: "the number segment is not supported", error: "REJECTED", charged: "no" },
    ...ERROR_ROWS,
  ],
});

const ANSWER = z.object({ Result: z.string(), ResultDetail: z.string().nullish() });

type ThreeElements = { kind: "phone"; phone: string; name: string; idNumber: string };

/** Name, resident ID number and mobile number. */
export function phoneVerification(verifyMode: VerifyMode): Action {
  const mode = { brief: "0", detailed: "1" }[verifyMode];
  return defineAction<ThreeElements>({
    kind: "phone",
    fields: ["mobile-number", "name", "id-document-number"],
    service: "faceid",
    version: "2018-03-01",
    encryption: { parameters: ["Name", "IdCard", "Phone"], place: "top-level" },
    table: PHONE_VERIFICATION,
    parameters: ({ name, idNumber, phone }, reveal) => ({
      Name: reveal(name),
      IdCard: reveal(idNumber),
      Phone: reveal(phone),
      VerifyMode: mode,
    }),
    codeOf: (response) => {
      const { Result, ResultDetail } = readWith(ANSWER, response, PHONE_VERIFICATION);
      const both = `${Result}/${ResultDetail}`;
      // The detail adds to the result and never decides it: a new one, or OtherMismatch, leaves a plain -4.
      return PHONE_VERIFICATION.has(both) ? both : Result;
    },
  });
}
