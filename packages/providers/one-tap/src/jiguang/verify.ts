import { defineResultTable, parseJsonObject, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { jsonPost, type Wire } from "../wire.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import type { LoginOptions } from "./login-token-verify.ts";

export const VERIFY: ResultTable = defineResultTable({
  provider: "jiguang",
  action: "verify",
  source: "https://docs.jiguang.cn/jverification/server/rest_api/code_description",
  rows: [
    { code: "9000", meaning: "the number is the one in hand", outcome: "match", charged: "unknown" },
    {
      code: "9001",
      meaning: "the number is not the one in hand",
      outcome: "mismatch",
      charged: "unknown",
      fields: ["mobile-number"],
    },
    { code: "9002", meaning: "the result is not known", error: "REJECTED", charged: "unknown" },
    ...ERROR_ROWS,
  ],
});

const ANSWER = z.object({ code: z.int() });

/** The number check: it says whether a number is the one in hand. */
export function verify({ url, authorization }: Omit<LoginOptions, "privateKey">): Wire {
  return {
    id: "jiguang",
    url,
    table: VERIFY,
    tells: "verdict",
    singleUsePart: (token) => token,
    build: ({ token, phone }) => jsonPost(url, { token, phone }, { authorization: authorization() }),
    read: (body) => ({ code: String(readWith(ANSWER, parseJsonObject(body, VERIFY), VERIFY).code) }),
  };
}
