/**
 * Error codes of this wire. The common ones are on every Tencent Cloud error page
 * (https://cloud.tencent.com/document/product/1388/114322), the rest on the pages of the actions.
 */
const MESSAGES = {
  "AuthFailure.InvalidAuthorization": "Authorization in the request header is invalid.",
  "AuthFailure.SecretIdNotFound": "The SecretId is not found, please ensure that your SecretId is correct.",
  "AuthFailure.SignatureExpire": "Signature expired.",
  "AuthFailure.SignatureFailure":
    "The provided credentials could not be validated. Please check your signature is correct.",
  "FailedOperation.DecryptSystemError": "The encrypted fields could not be decrypted.",
  InvalidAction: "The action does not exist.",
  InvalidParameter: "A parameter is not valid.",
  "InvalidParameter.UnsupportEncryptField": "A field must not be encrypted.",
  InvalidParameterValue: "A parameter value is not valid.",
  "InvalidParameterValue.InvalidParameterValueLimit": "A parameter value is not valid.",
  MissingParameter: "A parameter is missing.",
  NoSuchVersion: "The API version does not exist.",
  RequestLimitExceeded: "The number of requests exceeds the frequency limit.",
  RequestSizeLimitExceeded: "The request exceeds the size limit.",
  UnknownParameter: "A parameter is not recognized.",
  UnsupportedProtocol: "The HTTP method or content type is not supported.",
} as const;

/** A code from the table above. */
export type VendorErrorCode = keyof typeof MESSAGES;

/** An error as the vendor reports it: HTTP status 200, code and message in the body. */
export interface VendorError {
  readonly kind: "error";
  readonly code: VendorErrorCode;
  readonly message: string;
}

/** An error with the vendor's sentence and, after it, what this request got wrong. Never a value from it. */
export function vendorError(code: VendorErrorCode, hint?: string): VendorError {
  const message = MESSAGES[code];
  return { kind: "error", code, message: hint === undefined ? message : `${message} ${hint}` };
}
