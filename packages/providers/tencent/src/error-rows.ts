import type { ErrorRow } from "@shiming/provider-kit";

const COMMON = "https://www.tencentcloud.com/document/product/1140/51177";
const CHARGES = "https://cloud.tencent.com/document/product/1007/47911";

const misconfigured = (code: string, meaning: string, source: string = COMMON): ErrorRow => ({
  code,
  meaning,
  error: "MISCONFIGURED",
  charged: "no",
  source,
});

const rejected = (code: string, meaning: string, source: string = CHARGES): ErrorRow => ({
  code,
  meaning,
  error: "REJECTED",
  charged: "no",
  source,
});

const unavailable = (code: string, meaning: string): ErrorRow => ({
  code,
  meaning,
  error: "UNAVAILABLE",
  charged: "no",
  source: CHARGES,
});

/**
 * The codes of `Response.Error`, the same for every action. They come with HTTP 200 and instead of a result code; only
 * result codes are billed.
 *
 * There is no row for `FailedOperation.*` as such: codes of that family are billed in other products of this vendor,
 * so an unknown one is an answer not understood, with charge unknown.
 */
export const ERROR_ROWS: readonly ErrorRow[] = [
  misconfigured("AuthFailure.SignatureExpire", "the clock is off by more than five minutes"),
  misconfigured("AuthFailure.SignatureFailure", "the signature was refused: check secretKey"),
  misconfigured("AuthFailure.SecretIdNotFound", "the secretId does not exist or is disabled"),
  misconfigured("AuthFailure.InvalidSecretId", "the secretId is not one of an API key"),
  misconfigured("AuthFailure.UnauthorizedOperation", "this key has no permission for this action"),
  misconfigured("AuthFailure*", "the credentials were refused"),
  misconfigured("UnauthorizedOperation.Arrears", "the account is in arrears", CHARGES),
  misconfigured(
    "UnauthorizedOperation.ChargeStatusException",
    "the billing of the account is suspended",
    CHARGES,
  ),
  misconfigured("UnauthorizedOperation.NonAuthorize", "the account has not been verified", CHARGES),
  misconfigured("UnauthorizedOperation.Nonactivated", "the product is not activated", CHARGES),
  misconfigured("UnauthorizedOperation*", "the account may not do this", CHARGES),
  misconfigured("IpInBlacklist", "this address is blocked"),
  misconfigured("IpNotInWhitelist", "this address is not listed"),
  misconfigured("ActionOffline", "the vendor has retired this action"),
  misconfigured("InvalidAction", "the vendor does not know this action"),
  misconfigured("NoSuchProduct", "the vendor does not know this product"),
  misconfigured("NoSuchVersion", "the vendor does not know this version"),
  misconfigured("UnsupportedRegion", "the product is not offered there"),
  {
    code: "RequestLimitExceeded*",
    meaning: "too many requests",
    error: "THROTTLED",
    charged: "no",
    source: COMMON,
  },
  rejected("InvalidParameter*", "a parameter was refused"),
  rejected("MissingParameter*", "a parameter is missing", COMMON),
  rejected("UnknownParameter*", "a parameter is not known", COMMON),
  rejected("InvalidRequest", "the request was refused", COMMON),
  rejected("RequestSizeLimitExceeded", "the request is too large", COMMON),
  rejected("UnsupportedProtocol", "the request was made in a way that is not supported", COMMON),
  rejected("UnsupportedOperation*", "the operation is not supported", COMMON),
  rejected("FailedOperation.StsUnAuthErrError", "the temporary authorisation failed"),
  misconfigured(
    "FailedOperation.DecryptSystemError",
    "the vendor could not decrypt the request: check encryption.publicKey",
    CHARGES,
  ),
  unavailable("FailedOperation.UnKnown", "the service failed"),
  unavailable("FailedOperation.EngineRecognizeTimeout", "the service took too long"),
  unavailable("InternalError*", "the service failed"),
  unavailable("ServiceUnavailable", "the service is unavailable"),
  unavailable("ResourceUnavailable*", "the service is unavailable"),
];
