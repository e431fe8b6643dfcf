import { defineResultTable, type ResultRow, type ResultTable } from "@shiming/provider-kit";
import { ERROR_ROWS } from "./error-rows.ts";

export const PROVIDER_ID = "nppa";

/** The authority publishes it to the game operators in its console; this is a public copy. */
const SOURCE =
  "网络游戏防沉迷实名认证系统接口对接技术规范 V1.8 (2021-02-20), " +
  "https://github.com/cocos/cocos-awesome-tech-solutions/tree/16feed6c29f8b72218b0e54d1faf1db022707034/" +
  "demo/Creator3.7.3_RealNameAuthentication/file";

/** `errcode` 0 with the `status` behind it. The service is free, whatever it answers: the specification has no billing. */
const STATUS_ROWS: readonly ResultRow[] = [
  { code: "0/0", meaning: "name and number are verified", outcome: "match", charged: "no" },
  { code: "0/1", meaning: "the answer comes within 48 hours", outcome: "pending", charged: "no" },
  // One status for both: a record that says otherwise, and no record.
  { code: "0/2", meaning: "name and number are not verified", outcome: "mismatch", charged: "no" },
];

export const CHECK: ResultTable = defineResultTable({
  provider: PROVIDER_ID,
  action: "authentication/check",
  source: SOURCE,
  rows: [
    ...STATUS_ROWS,
    {
      code: "2001",
      meaning: "the id-document-number is malformed",
      outcome: "invalid",
      problems: [{ field: "id-document-number", rule: "REJECTED_BY_AUTHORITY" }],
      charged: "no",
    },
    { code: "2002", meaning: "the quota of checks is used up", error: "DAILY_LIMIT", charged: "no" },
    {
      code: "2004",
      meaning: "this ai is in use: the id of a verification came twice",
      error: "REJECTED",
      charged: "no",
    },
    ...ERROR_ROWS,
  ],
});

export const QUERY: ResultTable = defineResultTable({
  provider: PROVIDER_ID,
  action: "authentication/query",
  source: SOURCE,
  rows: [
    ...STATUS_ROWS,
    {
      code: "2003",
      // Not final: the check whose answer was lost may still be on its way.
      meaning: "there is no check under this ai: ask again later, or verify anew",
      error: "UNAVAILABLE",
      charged: "no",
    },
    ...ERROR_ROWS,
  ],
});

/** Every code that this provider understands, what it becomes and whether it is charged: for tests and documentation. */
export const NPPA_RESULT_TABLES: readonly ResultTable[] = [CHECK, QUERY];
