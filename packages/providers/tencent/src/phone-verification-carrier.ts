import { defineResultTable, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action } from "./action.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { malformed } from "./malformed.ts";
import { SDK_MODELS } from "./sources.ts";

/** China Mobile, China Unicom, China Telecom. */
export type Carrier = "CMCC" | "CUCC" | "CTCC";

/** As the table of PhoneVerification, but without a detailed mode and without a daily limit. */
const defineTable = (carrier: Carrier): ResultTable =>
  defineResultTable({
    provider: "tencent",
    action: `PhoneVerification${carrier}`,
    source: SDK_MODELS.faceid,
    rows: [
      { code: "0", meaning: "name, number and phone match", outcome: "match", charged: "yes" },
      { code: "-4", meaning: "the three do not match", outcome: "mismatch", charged: "yes" },
      malformed("-6", "mobile-number"),
      malformed("-7", "id-document-number"),
      malformed("-8", "name"),
      { code: "-9", meaning: "there is no such record", outcome: "no-record", charged: "no" },
      { code: "-11", meaning: "the verification centre is busy", error: "UNAVAILABLE", charged: "no" },
      { code: "-13", meaning: "the number segment is not supported", error: "REJECTED", charged: "no" },
      ...ERROR_ROWS,
    ],
  });

export const PHONE_VERIFICATION_CARRIER: Readonly<Record<Carrier, ResultTable>> = {
  CMCC: defineTable("CMCC"),
  CUCC: defineTable("CUCC"),
  CTCC: defineTable("CTCC"),
};

const ANSWER = z.object({ Result: z.string() });

/** Name, resident ID number and mobile number, for the numbers of one carrier. */
export function phoneVerificationCarrier(carrier: Carrier): Action {
  const table = PHONE_VERIFICATION_CARRIER[carrier];
  return defineAction<{ kind: "phone"; phone: string; name: string; idNumber: string }>({
    kind: "phone",
    fields: ["mobile-number", "name", "id-document-number"],
    service: "faceid",
    version: "2018-03-01",
    encryption: { parameters: ["Name", "IdCard", "Phone"], place: "Encryption" },
    table,
    parameters: ({ name, idNumber, phone }, reveal) => ({
      Name: reveal(name),
      IdCard: reveal(idNumber),
      Phone: reveal(phone),
    }),
    codeOf: (response) => readWith(ANSWER, response, table).Result,
  });
}
