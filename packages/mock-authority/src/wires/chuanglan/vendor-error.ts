/**
 * Errors of this wire. The names are in the guide of the vendor's Java SDK
 * (https://github.com/chuanglanyunzhi/cloud-sdk, DEVELOPER_GUIDE.md), 190004 in its tests, and 500006 is what the
 * vendor's gateway answers to anyone (https://wsauth.253.com/open/idmatch/idmatch-abroad).
 */
const MESSAGES = {
  "190004": "invalid parameter",
  "500006": "AppId 不能为空",
  InsufficientBalance: "账户余额不足",
  InvalidSignature: "签名校验失败",
  RateLimitExceeded: "超过频率限制",
} as const;

/** A code from the table above. */
export type VendorErrorCode = keyof typeof MESSAGES;

/** An error as the vendor reports it: code and message in the envelope, and never charged. */
export interface VendorError {
  readonly kind: "error";
  readonly code: VendorErrorCode;
  readonly message: string;
}

/** An error with the vendor's sentence and, after it, what this request got wrong. Never a value from it. */
export function vendorError(code: VendorErrorCode, hint?: string): VendorError {
  const message = MESSAGES[code];
  return { kind: "error", code, message: hint === undefined ? message : `${message}: ${hint}` };
}
