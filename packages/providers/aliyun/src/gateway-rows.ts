import type { ErrorRow, ResultRow } from "@shiming/provider-kit";

const COMMON = "https://help.aliyun.com/document_detail/48054.html";
const COMPANY =
  "https://help.aliyun.com/zh/id-verification/enterprise-identity-authentication/developer-reference/enterprise-factor-validation-v2";

const row = (
  error: "MISCONFIGURED" | "REJECTED" | "THROTTLED",
  code: string,
  { meaning, source = COMMON }: { readonly meaning: string; readonly source?: string },
): ErrorRow => ({ code, meaning, error, charged: "no", source });

const misconfigured = (code: string, meaning: string): ErrorRow => row("MISCONFIGURED", code, { meaning });

/**
 * The first layer: the gateway refuses a request, with an HTTP status of 4xx and a `Code` of words. The product behind it
 * has not seen the request.
 */
export const GATEWAY_ROWS: readonly ResultRow[] = [
  misconfigured("SignatureDoesNotMatch", "the signature was refused: check accessKeySecret"),
  misconfigured("IncompleteSignature", "the signature is not complete"),
  misconfigured("InvalidTimeStamp.Expired", "the clock is off by more than fifteen minutes"),
  misconfigured("InvalidTimeStamp*", "the time was refused"),
  {
    code: "SignatureNonceUsed",
    // The nonce of a request is random and this provider sends it once.
    meaning: "a copy of this request was there before it, such as one that a proxy resent",
    outcome: "in-doubt",
    charged: "unknown",
    source: COMMON,
  },
  misconfigured("InvalidAccessKeyId.NotFound", "the accessKeyId does not exist"),
  misconfigured("InvalidAccessKeyId.Inactive", "the accessKeyId is disabled"),
  misconfigured("InvalidAccessKeyId*", "the accessKeyId was refused"),
  misconfigured("Forbidden*", "this account or key may not do this"),
  misconfigured("NoPermission*", "this key has no permission for this action"),
  misconfigured("InvalidApi.NotFound", "the vendor does not know this action"),
  misconfigured("InvalidAction.NotFound", "the vendor does not know this action"),
  misconfigured("InvalidVersion", "the vendor does not know this version"),
  misconfigured("InvalidProduct.NotFound", "the vendor does not know this product"),
  misconfigured("InvalidProtocol.NeedSsl", "the vendor asks for https"),
  row("THROTTLED", "Throttling*", { meaning: "too many requests" }),
  row("REJECTED", "Missing*", { meaning: "a parameter is missing" }),
  row("REJECTED", "InvalidParameter*", { meaning: "a parameter was refused", source: COMPANY }),
];
