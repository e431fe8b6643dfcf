/**
 * Why there is no answer. Where it happened decides whether bytes may have left: a fault before the first byte cost
 * nothing, any later one may have been billed.
 */
export type Fault =
  | {
      /** `request`: it cannot be written as HTTP at all. `connect`: name, connection, TLS, waiting for a connection. */
      readonly phase: "request" | "connect";
      readonly cause: FaultCause;
      readonly sent: "no";
    }
  | {
      /** `headers`: from the first byte on, until the status has come. `body`: after that. */
      readonly phase: "headers" | "body";
      readonly cause: FaultCause;
      readonly sent: "maybe";
    };

/** What went wrong, as coarse as what can be done about it. */
export type FaultCause = "refused" | "dns" | "tls" | "timeout" | "reset" | "too-large" | "other";

const CAUSE_OF_CODE: Readonly<Record<string, FaultCause>> = {
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EAI_FAIL: "dns",
  ENODATA: "dns",
  ETIMEDOUT: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  // The connection ended before the promised length.
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "reset",
  UND_ERR_HEADERS_OVERFLOW: "too-large",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "too-large",
  EPROTO: "tls",
  HOSTNAME_MISMATCH: "tls",
};

/** OpenSSL's verdicts on a certificate (X509_V_ERR_*) and Node's own codes. */
const TLS_CODE = /^ERR_TLS|^ERR_SSL|CERT|CRL|^UNABLE_TO_|^INVALID_(?:CA|PURPOSE)$/;

/** Goes by codes alone: texts of errors differ by version and may quote what was sent. */
export function causeOf(error: unknown): FaultCause {
  const code = codeOf(error);
  if (code === undefined) return "other";
  return CAUSE_OF_CODE[code] ?? (TLS_CODE.test(code) ? "tls" : "other");
}

export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
