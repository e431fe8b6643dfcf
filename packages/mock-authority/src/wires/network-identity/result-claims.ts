import type { AuthenticationResult, Transaction } from "./transactions.ts";

const RESULT_LIFETIME_SECONDS = 120;
const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** RFC 3339 at +08:00, the zone of the service. */
function beijingTime(now: number): string {
  return `${new Date(now + BEIJING_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** What makes one signed statement differ from the next about the same result. */
export interface Issue {
  /** Base URL of the gateway. */
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Unique id of the statement. */
  readonly id: string;
}

/** Claims about a result. Asking again gives new times and a new id, and the same rest. */
export function resultClaims(
  { orgId, bizSeq }: Transaction,
  { authMode, resultCode, subject, decidedAt }: AuthenticationResult,
  { issuer, now, id }: Issue,
): Readonly<Record<string, unknown>> {
  const iat = Math.floor(now / 1000);
  return {
    iss: issuer,
    aud: orgId,
    iat,
    exp: iat + RESULT_LIFETIME_SECONDS,
    jti: id,
    biz_seq: bizSeq,
    auth_mode: authMode,
    verified: resultCode === "PASS",
    result_code: resultCode,
    service_time: beijingTime(decidedAt),
    service_type: "authentication",
    ...(subject !== undefined && { sub: subject }),
  };
}
