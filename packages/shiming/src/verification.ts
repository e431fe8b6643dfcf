import type { Charge, CheckKind, ErrorCode, Field, GrantFacts, Outcome } from "@shiming/contract";
import type { Reservation } from "./budget.ts";

/** What is written down before anybody is asked. It names fields, never values. */
export interface Intent {
  readonly id: string;
  readonly kind: CheckKind;
  readonly provider: string;
  readonly fields: readonly Field[];
  readonly facts: GrantFacts;
  readonly reservation: Reservation;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Default: no idempotency key. */
  readonly idempotency?: IdempotencyMark;
}

/** An idempotency key and the check that it stands for, both as blind indexes. */
export interface IdempotencyMark {
  readonly key: string;
  readonly fingerprint: string;
}

/** Where a verification stands: asked and not yet answered, open at the authority, or settled. */
export type Verification = AskedVerification | OpenVerification | SettledVerification;

export interface AskedVerification {
  readonly state: "asked";
  readonly intent: Intent;
}

export interface OpenVerification {
  readonly state: "open";
  readonly intent: Intent;
  readonly outcome: Outcome;
  /** What the provider's own query goes by. Default: there is none. */
  readonly providerHandle?: string;
}

export interface SettledVerification {
  readonly state: "settled";
  readonly intent: Intent;
  readonly outcome: Outcome;
  /** It was open before, so its handle is with somebody. Default: no. */
  readonly wasOpen?: true;
}

/** How a call ended. */
export interface Ending {
  readonly status: Outcome["status"] | ErrorCode;
  readonly charge: Charge;
  /** Fields that were opened for the provider. */
  readonly sent: readonly Field[];
  /** The vendor's request id. */
  readonly reference?: string;
  /** The answer is there and its receipt is not: the signer failed. */
  readonly receipt?: "failed";
}

/** One line of the log `verifications`: a call, its end, and what was disclosed to whom under which consent. */
export interface VerificationLine extends GrantFacts, Ending {
  readonly schema: "shiming-verification-line/1";
  readonly id: string;
  /** When it was asked. RFC 3339, UTC. */
  readonly at: string;
  readonly kind: CheckKind;
  readonly provider: string;
}
