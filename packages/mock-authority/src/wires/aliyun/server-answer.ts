import type { Answer } from "./action.ts";

/**
 * Codes of the person checks' own server that values decide:
 * https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/vatsl9lfmbwe74iv.
 */
const MESSAGES = { "200": "success", "400": "参数不能为空", "401": "参数非法" } as const;

/** A refusal with HTTP 200. */
export function serverRefusal(code: "400" | "401"): Answer {
  return { kind: "answer", status: code, body: { Code: code, Message: MESSAGES[code] } };
}

/** A result. Its codes, joined by slashes, are what the journal tells. */
export function serverResult(
  ResultObject: Readonly<{ BizCode: string; SubCode?: string; IspName?: string }>,
): Answer {
  const { BizCode, SubCode } = ResultObject;
  const status = SubCode === undefined ? `200/${BizCode}` : `200/${BizCode}/${SubCode}`;
  return { kind: "answer", status, body: { Code: "200", Message: MESSAGES["200"], ResultObject } };
}
