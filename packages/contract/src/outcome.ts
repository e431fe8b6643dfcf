import type { Charge } from "./charge.ts";
import type { Field } from "./field.ts";

/** What every outcome tells. */
export interface OutcomeBase {
  /** The engine's id of this verification; for support and for the ledger. */
  readonly verificationId: string;
  /** The provider that was asked, or `local` when nothing left the process. */
  readonly provider: string;
  /** RFC 3339, UTC. */
  readonly checkedAt: string;
  readonly charge: Charge;
  /** The vendor's request id, for a support ticket. */
  readonly reference?: string;
  /** A signed statement without personal data (compact JWS), when the engine has a signer. */
  readonly receipt?: string;
}

/** The authority confirms. */
export interface Match {
  readonly status: "match";
  /** What the authority told beyond the yes, such as `network-identity-subject`. Personal data: keep only what you need. */
  readonly attributes?: Attributes;
}

/** The authority denies. */
export interface Mismatch {
  readonly status: "mismatch";
  /** Which part disagrees, where the vendor tells. */
  readonly fields?: readonly Field[];
  /** Why, in words shared by all providers, where the vendor tells. */
  readonly reason?: MismatchReason;
}

/** The authority has no such record. */
export interface NoRecord {
  readonly status: "no-record";
}

/** A number or name that cannot be right. Found by our own check it is free and nothing was sent. */
export interface Invalid {
  readonly status: "invalid";
  readonly problems: readonly Problem[];
}

/** The authority will answer later: keep `handle` and call `verifier.resume`. */
export interface Pending {
  readonly status: "pending";
  readonly handle: string;
}

/** The request left, the answer was lost, and it may have been charged. Never ask again without `handle`. */
export interface InDoubt {
  readonly status: "in-doubt";
  readonly handle: string;
}

/** What a verification found. Outcomes are values; exceptions mean "could not find out". */
export type Outcome = OutcomeBase & (Match | Mismatch | NoRecord | Invalid | Pending | InDoubt);

/** The six ways in which a verification can turn out. */
export type OutcomeStatus = Outcome["status"];

/** Values by field name. */
export type Attributes = { readonly [F in Field]?: string };

/** One fault of one field. It names the rule and never the value. */
export interface Problem {
  readonly field: Field;
  /** Stable code, such as `RESIDENT_ID_CHECK`. */
  readonly rule: string;
  /** Where in the value, in UTF-16 units. */
  readonly at?: readonly [start: number, end: number];
}

/** Why an authority denies, where it tells. */
export type MismatchReason =
  | "different-person"
  | "wrong-password"
  | "credential-expired"
  | "credential-frozen"
  | "credential-revoked"
  | "credential-absent";
