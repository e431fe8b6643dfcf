import { defineResultTable, parseJsonObject, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { badToken, failure } from "../rows.ts";
import { jsonPost, type Wire } from "../wire.ts";
import type { AppOptions } from "./login-token-validate.ts";
import { chinaTime, hashPhone, messageId, signCheck } from "./sign.ts";

export const TOKEN_VALIDATE: ResultTable = defineResultTable({
  provider: "china-mobile",
  action: "tokenValidate",
  source: "https://github.com/CMCCUA/mobile_verification_Android",
  rows: [
    { code: "000", meaning: "the number is the one in hand", outcome: "match", charged: "yes" },
    {
      code: "001",
      meaning: "the number is not the one in hand",
      outcome: "mismatch",
      charged: "yes",
      fields: ["mobile-number"],
    },
    failure("002", "UNAVAILABLE", "the number could not be got"),
    failure("003", "UNAVAILABLE", "the check of the token failed"),
    failure("004", "REJECTED", "the hash of the number was refused"),
    failure("102", "REJECTED", "a parameter was refused"),
    failure("124", "MISCONFIGURED", "this address is not listed"),
    failure("302", "MISCONFIGURED", "the signature was refused: check appKey"),
    failure("303", "REJECTED", "the request could not be read"),
    badToken("606", "the token was refused"),
    failure("999", "UNAVAILABLE", "the service failed"),
    failure("102315", "MISCONFIGURED", "the paid calls are used up"),
  ],
});

const ANSWER = z.object({ header: z.object({ resultCode: z.string() }) });

/** The vendor's number for a carrier. */
const OPEN_TYPES = { CMCC: "1", CUCC: "2", CTCC: "3" } as const;

/** The number check: it says whether a number is the one in hand. The number goes as a keyed hash. */
export function tokenValidate({ url, appId, appKey }: AppOptions): Wire {
  return {
    id: "china-mobile",
    url,
    table: TOKEN_VALIDATE,
    tells: "verdict",
    singleUsePart: (token) => token,
    build({ token, phone = "", operator, now, verificationId }) {
      const key = appKey.reveal();
      const timestamp = chinaTime(now);
      const header = { version: "1.0", msgId: messageId(verificationId, token), timestamp, appId };
      const phoneNum = hashPhone(phone, { appKey: key, timestamp });
      const openType = operator === undefined ? "0" : OPEN_TYPES[operator];
      const sign = signCheck({ ...header, phoneNum, token }, key);
      return jsonPost(url, { header, body: { openType, requesterType: "0", phoneNum, token, sign } });
    },
    read(body) {
      const { header } = readWith(ANSWER, parseJsonObject(body, TOKEN_VALIDATE), TOKEN_VALIDATE);
      return { code: header.resultCode };
    },
  };
}
