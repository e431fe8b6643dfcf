import { hash } from "node:crypto";
import { defineResultTable, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action } from "./action.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { malformed } from "./malformed.ts";
import { SDK_MODELS } from "./sources.ts";

/** How values are hashed. None of it has a salt: whoever can count to every phone number can undo it. */
export type Digest = "md5" | "sha256" | "sm3";

/** The vendor's numbers for them; 0 would be plain values, which is what the other actions send. */
export const ENCRYPTION_MODES: Readonly<Record<Digest, string>> = { md5: "1", sha256: "2", sm3: "3" };

export const ENCRYPTED_PHONE_VERIFICATION: ResultTable = defineResultTable({
  provider: "tencent",
  action: "EncryptedPhoneVerification",
  source: SDK_MODELS.faceid,
  rows: [
    { code: "0", meaning: "name, number and phone match", outcome: "match", charged: "yes" },
    { code: "-4", meaning: "the three do not match", outcome: "mismatch", charged: "yes" },
    malformed("-7", "id-document-number"),
    { code: "-8", meaning: "a parameter was refused", error: "REJECTED", charged: "no" },
    { code: "-9", meaning: "there is no such record", outcome: "no-record", charged: "no" },
    { code: "-11", meaning: "the verification centre is busy", error: "UNAVAILABLE", charged: "no" },
    ...ERROR_ROWS,
  ],
});

const ANSWER = z.object({ Result: z.string() });

/** Name, resident ID number and mobile number, of which only digests leave. */
export function encryptedPhoneVerification(digest: Digest): Action {
  return defineAction<{ kind: "phone"; phone: string; name: string; idNumber: string }>({
    kind: "phone",
    fields: ["mobile-number", "name", "id-document-number"],
    service: "faceid",
    version: "2018-03-01",
    table: ENCRYPTED_PHONE_VERIFICATION,
    parameters: ({ name, idNumber, phone }, reveal) => ({
      Name: hash(digest, reveal(name)),
      IdCard: hash(digest, reveal(idNumber)),
      Phone: hash(digest, reveal(phone)),
      EncryptionMode: ENCRYPTION_MODES[digest],
    }),
    codeOf: (response) => readWith(ANSWER, response, ENCRYPTED_PHONE_VERIFICATION).Result,
  });
}
