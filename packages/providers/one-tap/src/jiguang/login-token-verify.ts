import type { KeyObject } from "node:crypto";
import { defineResultTable, parseJsonObject, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { jsonPost, type Wire } from "../wire.ts";
import { decryptPhone } from "./decrypt-phone.ts";
import { ERROR_ROWS } from "./error-rows.ts";

export const LOGIN_TOKEN_VERIFY: ResultTable = defineResultTable({
  provider: "jiguang",
  action: "loginTokenVerify",
  source: "https://docs.jiguang.cn/jverification/server/rest_api/code_description",
  rows: [
    { code: "8000", meaning: "the number was told", outcome: "match", charged: "unknown" },
    { code: "8001", meaning: "the number could not be got", error: "REJECTED", charged: "unknown" },
    ...ERROR_ROWS,
  ],
});

const ANSWER = z.object({ code: z.int(), phone: z.string().nullish() });

export interface LoginOptions {
  readonly url: URL;
  /** Value of the `authorization` header. */
  readonly authorization: () => string;
  readonly privateKey: KeyObject;
}

/** The one-tap product: it tells the number, encrypted to the app's key. */
export function loginTokenVerify({ url, authorization, privateKey }: LoginOptions): Wire {
  return {
    id: "jiguang",
    url,
    table: LOGIN_TOKEN_VERIFY,
    tells: "number",
    singleUsePart: (token) => token,
    build: ({ token }) => jsonPost(url, { loginToken: token }, { authorization: authorization() }),
    read(body) {
      const { code, phone } = readWith(ANSWER, parseJsonObject(body, LOGIN_TOKEN_VERIFY), LOGIN_TOKEN_VERIFY);
      const told = code === 8000 && phone ? decryptPhone(phone, privateKey, LOGIN_TOKEN_VERIFY) : undefined;
      return { code: String(code), number: told };
    },
  };
}
