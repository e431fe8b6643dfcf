import { createHmac } from "node:crypto";
import {
  defineResultTable,
  parseJsonObject,
  readWith,
  type ResultTable,
  type Secret,
} from "@shiming/provider-kit";
import { z } from "zod";
import { badToken, failure } from "../rows.ts";
import { jsonPost, type Wire } from "../wire.ts";
import { readGeetestToken } from "./geetest-token.ts";

/** The answer says whether it is billed: `charge`. A failure that says yes has no row, and is an answer not understood. */
export const CHECK_PHONE: ResultTable = defineResultTable({
  provider: "geetest",
  action: "check_phone",
  source: "https://docs.geetest.com/onelogin/deploy/Returncode/",
  rows: [
    { code: "200/charged", meaning: "the number was told", outcome: "match", charged: "yes" },
    { code: "200", meaning: "the number was told, free of charge", outcome: "match", charged: "no" },
    failure("500", "UNAVAILABLE", "the carrier gave no number"),
    failure("11300", "REJECTED", "a parameter was refused"),
    failure("12000", "REJECTED", "process_id is missing"),
    failure("12001", "REJECTED", "token is missing"),
    failure("12002", "REJECTED", "sign is missing"),
    badToken("12003", "process_id is not of 32 characters"),
    failure("12004", "REJECTED", "is_phone_encode was refused"),
    failure("12005", "MISCONFIGURED", "the clock is off by more than ten minutes"),
    failure("12006", "MISCONFIGURED", "the configuration of the carrier is wrong"),
    failure("12007", "MISCONFIGURED", "this address is not listed"),
    failure("12008", "MISCONFIGURED", "the configuration of the carrier is wrong"),
    badToken("12100", "there is no such process_id, or it expired"),
    badToken("12101", "process_id was used before"),
    failure("12102", "MISCONFIGURED", "there is no such appId"),
    failure("12103", "MISCONFIGURED", "the appId is of another product"),
    failure("12104", "MISCONFIGURED", "the balance is used up"),
    failure("12105", "MISCONFIGURED", "the signature was refused"),
    failure("12106", "MISCONFIGURED", "the signature is of another appId"),
    failure("12107", "MISCONFIGURED", "the signature is of another key: check appKey"),
    badToken("12108", "the token expired"),
    failure("12109", "MISCONFIGURED", "the signature was refused: check appId and appKey"),
    badToken("12200", "the token expired or was used before"),
  ],
});

const ANSWER = z.object({ status: z.int(), result: z.string().nullish(), charge: z.boolean().nullish() });

export interface CheckPhoneOptions {
  readonly url: URL;
  readonly appId: string;
  readonly appKey: Secret;
}

/** `sign`: HMAC-SHA256 in hexadecimal over app id, `&&` and milliseconds. */
export function signApp(appId: string, appKey: string, timestamp: string): string {
  return createHmac("sha256", appKey).update(`${appId}&&${timestamp}`).digest("hex");
}

/** One-tap sign-in: it tells the number. */
export function checkPhone({ url, appId, appKey }: CheckPhoneOptions): Wire {
  return {
    id: "geetest",
    url,
    table: CHECK_PHONE,
    tells: "number",
    // The vendor counts uses by process_id, whatever else comes with it.
    singleUsePart: (token) => readGeetestToken(token)?.processId,
    build({ token: text, now }) {
      const { processId, token, authCode } = readGeetestToken(text) ?? {};
      const timestamp = String(now);
      const sign = signApp(appId, appKey.reveal(), timestamp);
      return jsonPost(url, { process_id: processId, token, authcode: authCode, timestamp, sign });
    },
    read(body) {
      const { status, result, charge } = readWith(ANSWER, parseJsonObject(body, CHECK_PHONE), CHECK_PHONE);
      const code = charge === true ? `${status}/charged` : String(status);
      return { code, number: result ?? undefined };
    },
  };
}
