import { defineResultTable, parseJsonObject, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { badToken, failure } from "../rows.ts";
import { jsonPost, type Credential, type Wire } from "../wire.ts";

export const GET_USER_PHONE_NUMBER: ResultTable = defineResultTable({
  provider: "wechat-phone",
  action: "getuserphonenumber",
  source:
    "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html",
  rows: [
    { code: "0", meaning: "the number was told", outcome: "match", charged: "yes" },
    failure("-1", "UNAVAILABLE", "the service is busy"),
    failure("40001", "MISCONFIGURED", "the access token was refused"),
    failure("40013", "MISCONFIGURED", "there is no such appId"),
    failure("40014", "MISCONFIGURED", "the access token was refused"),
    badToken("40029", "the code expired, was used before, or is of another app or kind"),
    failure("42001", "MISCONFIGURED", "the access token expired"),
    failure("45011", "THROTTLED", "too many requests in this minute"),
  ],
});

/** `countryCode` is documented as a text and shown as a number. */
const ANSWER = z.object({
  errcode: z.int(),
  phone_info: z
    .object({ purePhoneNumber: z.string(), countryCode: z.union([z.string(), z.number()]).transform(String) })
    .nullish(),
});

export interface GetUserPhoneNumberOptions {
  readonly url: URL;
  readonly credential: Credential;
}

/** The number of a person who allowed the mini program to know it. */
export function getUserPhoneNumber({ url, credential }: GetUserPhoneNumberOptions): Wire {
  return {
    id: "wechat-phone",
    url,
    table: GET_USER_PHONE_NUMBER,
    tells: "number",
    credential,
    singleUsePart: (token) => token,
    build({ token, credential: accessToken }) {
      const address = new URL(url);
      // The vendor takes the access token nowhere else.
      address.searchParams.set("access_token", accessToken);
      return jsonPost(address, { code: token });
    },
    read(body) {
      const answer = readWith(ANSWER, parseJsonObject(body, GET_USER_PHONE_NUMBER), GET_USER_PHONE_NUMBER);
      const { errcode, phone_info: info } = answer;
      return { code: String(errcode), number: info ? numberOf(info) : undefined };
    },
  };
}

function numberOf({
  countryCode,
  purePhoneNumber,
}: {
  countryCode: string;
  purePhoneNumber: string;
}): string {
  return countryCode === "86" ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`;
}
