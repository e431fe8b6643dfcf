/**
 * Errors of the gateway in front of every product: https://help.aliyun.com/document_detail/48054.html, and for the company
 * checks their own two. The status is that of the page.
 */
const ERRORS = {
  IncompleteSignature: [400, "The request signature does not conform to Aliyun standards."],
  "InvalidAccessKeyId.NotFound": [404, "Specified access key is not found."],
  "InvalidApi.NotFound": [404, "Specified api is not found, please check your url and method."],
  InvalidParameter: [401, "A parameter is not valid."],
  "InvalidTimeStamp.Expired": [400, "Specified time stamp or date value is expired."],
  "InvalidTimeStamp.Format": [400, "Specified time stamp or date value is not well formatted."],
  MissingAccessKeyId: [400, "AccessKeyId is mandatory for this action."],
  MissingParameter: [400, "A parameter is missing."],
  MissingSignatureNonce: [400, "SignatureNonce is mandatory for this action."],
  MissingTimestamp: [400, "Timestamp is mandatory for this action."],
  RequestEntityTooLarge: [413, "The request is too large."],
  SignatureDoesNotMatch: [400, "Specified signature is not matched with our calculation."],
  SignatureNonceUsed: [400, "Specified signature nonce was used already."],
  UnsupportedHTTPMethod: [405, "This http method is not supported."],
} as const;

/** A code from the table above. */
export type GatewayErrorCode = keyof typeof ERRORS;

/** An error as the gateway reports it: a status, and a body with code and message. */
export interface GatewayError {
  readonly kind: "error";
  readonly code: GatewayErrorCode;
  readonly status: number;
  readonly message: string;
}

/** An error with the vendor's sentence and, after it, what this request got wrong. Never a value from it. */
export function gatewayError(code: GatewayErrorCode, hint?: string): GatewayError {
  const [status, sentence] = ERRORS[code];
  return { kind: "error", code, status, message: hint === undefined ? sentence : `${sentence} ${hint}` };
}
