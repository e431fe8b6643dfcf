/**
 * Result codes of the client interface, as the official app's SDK returns them. Only codes whose meaning
 * is known are used.
 */
export const CLIENT_RESULTS = {
  C0000000: "成功",
  C0401001: "参数格式错误",
  C0401009: "机构标识错误",
  C0401010: "应用标识错误",
  C0405001: "数据处理错误",
  C0412003: "用户取消",
} as const;

/** A code from the table above. */
export type ClientResultCode = keyof typeof CLIENT_RESULTS;

/** What the official app gives back to the relying app; opaque data only on success. */
export interface ClientResult {
  readonly resultCode: ClientResultCode;
  /** Chinese text for people; not for programs. */
  readonly resultDesc: string;
  readonly idCardAuthData?: string;
  readonly certPwdData?: string;
  /** Present when the request had a well-formed one. */
  readonly bizSeq?: string;
}

/** A result with the text that belongs to its code. */
export function clientResult(
  resultCode: ClientResultCode,
  data: Omit<ClientResult, "resultCode" | "resultDesc"> = {},
): ClientResult {
  return { resultCode, resultDesc: CLIENT_RESULTS[resultCode], ...data };
}
