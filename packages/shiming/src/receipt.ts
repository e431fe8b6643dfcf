import {
  assertOption,
  assertOptions,
  assertText,
  type Field,
  type JwsSigner,
  type Outcome,
} from "@shiming/contract";
import { signCompactJws } from "@shiming/consent";
import type { Intent } from "./verification.ts";

/** Turns receipts on. */
export interface ReceiptOptions {
  /** Who states it: the app's own URL or id. */
  readonly issuer: string;
  /** Who it is for: usually the app itself, or an auditor. */
  readonly audience: string;
  /** Milliseconds. Default: 365 days. */
  readonly lifetimeMs?: number;
}

/** The type in the header, so that no other token passes for a receipt (RFC 8725 3.11). */
export const RECEIPT_TYPE = "verification-receipt+jwt";

/** What a receipt states. No value of the person is in it. */
export interface ReceiptClaims {
  readonly iss: string;
  readonly aud: string;
  /** Pairwise: the same person has another one in another audience's receipts. */
  readonly sub: string;
  /** The verification's id. */
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
  readonly verification: {
    readonly kind: string;
    readonly status: "match" | "mismatch" | "no-record";
    readonly provider: string;
    readonly checked_at: string;
    /** Names of the fields that were compared. */
    readonly fields: readonly Field[];
    readonly charged: "yes" | "no" | "unknown";
    readonly charge_basis: string;
  };
  readonly consent: { readonly purpose: string; readonly record_hash: string };
}

/** The outcomes that an authority has spoken on, and so the ones that a receipt can state. */
export type Stated = Extract<Outcome, { status: ReceiptClaims["verification"]["status"] }>;

const DEFAULT_LIFETIME_MS = 365 * 86_400_000;

/** @throws UsageError `INVALID_OPTION`: a receipt that nobody can verify is worth nothing. */
export function checkReceipts(options: ReceiptOptions): void {
  assertOptions(options, "receipts", ["issuer", "audience", "lifetimeMs"]);
  assertText(options.issuer, "receipts.issuer");
  assertText(options.audience, "receipts.audience");
  const { lifetimeMs = DEFAULT_LIFETIME_MS } = options;
  const isLifetime = Number.isSafeInteger(lifetimeMs) && lifetimeMs >= 1000;
  assertOption(isLifetime, "receipts.lifetimeMs", "must be a whole number of at least 1000");
}

export function isStated(outcome: Outcome): outcome is Stated {
  return outcome.status === "match" || outcome.status === "mismatch" || outcome.status === "no-record";
}

/** The signed statement for the app to keep. */
export async function signReceipt(
  outcome: Stated,
  intent: Intent,
  { options, signer, subject }: { options: ReceiptOptions; signer: JwsSigner; subject: string },
): Promise<string> {
  const iat = Math.floor(Date.parse(outcome.checkedAt) / 1000);
  const claims: ReceiptClaims = {
    iss: options.issuer,
    aud: options.audience,
    sub: subject,
    jti: intent.id,
    iat,
    exp: iat + Math.floor((options.lifetimeMs ?? DEFAULT_LIFETIME_MS) / 1000),
    verification: {
      kind: intent.kind,
      status: outcome.status,
      provider: intent.provider,
      checked_at: outcome.checkedAt,
      fields: intent.fields,
      charged: outcome.charge.charged,
      charge_basis: outcome.charge.basis,
    },
    consent: { purpose: intent.facts.purposeId, record_hash: intent.facts.recordHash },
  };
  return signCompactJws(signer, RECEIPT_TYPE, claims);
}
