import type { Answer } from "./action.ts";

/** The vendor's remark on each result, which is no part of the interface. */
const REMARKS = { "01": "认证一致", "02": "认证不一致", "03": "认证不确定" } as const;

/** Results that values decide; 04 (failed) has no value that means it. */
export type Result = keyof typeof REMARKS;

/** An answer with a result: 01 and 02 are charged, 03 is not. */
export function resultAnswer(result: Result, more: Readonly<Record<string, unknown>> = {}): Answer {
  const data = { result, remark: REMARKS[result], ...more };
  return { kind: "answer", status: result, charged: result !== "03", data };
}
