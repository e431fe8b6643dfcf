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
import { chinaTime, messageId, signLogin } from "./sign.ts";

export const LOGIN_TOKEN_VALIDATE: ResultTable = defineResultTable({
  provider: "china-mobile",
  action: "loginTokenValidate",
  source: "https://github.com/CMCCUA/quick_login_iOS",
  rows: [
    { code: "103000", meaning: "the number was told", outcome: "match", charged: "yes" },
    failure("103101", "MISCONFIGURED", "the signature was refused: check appKey"),
    badToken("103113", "the content of the token is wrong"),
    failure("103119", "MISCONFIGURED", "there is no such appId"),
    failure("103412", "REJECTED", "the request is invalid"),
    failure("103414", "REJECTED", "a parameter was refused"),
    failure("103505", "REJECTED", "the request was sent before"),
    failure("103511", "MISCONFIGURED", "this address is not listed"),
    badToken("103811", "the token is empty"),
    failure("103911", "THROTTLED", "too many tokens were got and not used"),
    badToken("104201", "the token expired or does not exist"),
    badToken("105018", "the token is of another kind"),
    failure("105019", "MISCONFIGURED", "the app is not authorised"),
    failure("105021", "DAILY_LIMIT", "the daily limit is reached"),
    failure("105312", "MISCONFIGURED", "the balance is used up"),
  ],
});

/** The vendor's table writes `resultcode`, its example `resultCode`. */
const ANSWER = z
  .object({
    resultCode: z.string().optional(),
    resultcode: z.string().optional(),
    msisdn: z.string().nullish(),
    taskId: z.string().max(64).optional().catch(undefined),
  })
  .refine(({ resultCode, resultcode }) => (resultCode ?? resultcode) !== undefined);

export interface AppOptions {
  readonly url: URL;
  readonly appId: string;
  readonly appKey: Secret;
}

/** The one-tap product: it tells the number. */
export function loginTokenValidate({ url, appId, appKey }: AppOptions): Wire {
  return {
    id: "china-mobile",
    url,
    table: LOGIN_TOKEN_VALIDATE,
    tells: "number",
    operators: ["CMCC"],
    singleUsePart: (token) => token,
    build({ token, now, verificationId }) {
      const fields = {
        version: "2.0",
        msgid: messageId(verificationId, token),
        systemtime: chinaTime(now),
        strictcheck: "0",
        appid: appId,
        token,
      };
      return jsonPost(url, { ...fields, sign: signLogin(fields, appKey.reveal()) });
    },
    read(body) {
      const answer = readWith(ANSWER, parseJsonObject(body, LOGIN_TOKEN_VALIDATE), LOGIN_TOKEN_VALIDATE);
      const code = answer.resultCode ?? answer.resultcode ?? "";
      return { code, number: answer.msisdn ?? undefined, reference: answer.taskId };
    },
  };
}
