import type { CheckKind, Field, GrantFacts, Outcome } from "@shiming/contract";
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
  readonly once?: Once;
}

/** An idempotency key and the check that it stands for, both as blind indexes. */
export interface Once {
  readonly key: string;
  readonly fingerprint: string;
}

/** Where a verification stands: asked and not yet answered, open at the authority, or settled. */
export type Entry =
  | { readonly state: "asked"; readonly intent: Intent }
  | OpenEntry
  | { readonly state: "settled"; readonly intent: Intent; readonly outcome: Outcome };

export interface OpenEntry {
  readonly state: "open";
  readonly intent: Intent;
  readonly outcome: Outcome;
  /** What the provider's own query goes by. Default: there is none. */
  readonly providerHandle?: string;
}
