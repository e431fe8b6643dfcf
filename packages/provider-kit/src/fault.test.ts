import { describe, expect, it } from "vitest";
import { causeOf } from "./fault.ts";

describe("causeOf", () => {
  it.each([
    ["ECONNREFUSED", "refused"],
    ["EHOSTUNREACH", "refused"],
    ["ENOTFOUND", "dns"],
    ["EAI_AGAIN", "dns"],
    ["ETIMEDOUT", "timeout"],
    ["UND_ERR_CONNECT_TIMEOUT", "timeout"],
    ["UND_ERR_HEADERS_TIMEOUT", "timeout"],
    ["UND_ERR_BODY_TIMEOUT", "timeout"],
    ["ECONNRESET", "reset"],
    ["EPIPE", "reset"],
    ["UND_ERR_SOCKET", "reset"],
    ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "reset"],
    ["UND_ERR_HEADERS_OVERFLOW", "too-large"],
    ["CERT_HAS_EXPIRED", "tls"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "tls"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls"],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls"],
    ["INVALID_CA", "tls"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls"],
    ["EPROTO", "tls"],
    ["HPE_INVALID_CONSTANT", "other"],
    ["SOMETHING_NEW", "other"],
  ])("takes %s for %s", (code, cause) => {
    expect(causeOf(Object.assign(new Error("any text"), { code }))).toBe(cause);
  });

  it.each([new Error("ECONNREFUSED in the text only"), "ECONNREFUSED", undefined, { code: 7 }])(
    "goes by codes alone: %s",
    (error) => {
      expect(causeOf(error)).toBe("other");
    },
  );
});
