import type { Obligation } from "./obligations.ts";
import type { RuleId } from "./rule-id.ts";

/** Of growing strictness. */
export type ConsentKind = "none" | "general" | "separate" | "written";

/**
 * What one act of consent is about. An act about publishing or providing is about the handling too, where it has the same
 * purpose and data; sending a face image over the internet takes a further one (Face Measures 8).
 */
export type ConsentAct = "handle" | "provide" | "publish" | "public-place" | "transmit-face";

/** One act of consent that must be on record (NDSR 62(7): one specific act each). */
export interface NeededAct {
  readonly act: ConsentAct;
  readonly kind: Exclude<ConsentKind, "none">;
  /** Whom the data are provided to. */
  readonly recipientId?: string;
  /** The rule that asks for the act in this kind. */
  readonly ruleId: RuleId;
}

/** What a notice must contain (PIPL 17, 22, 23, 30, 39, 57; Face Measures 5; Children Provisions 10). */
export type NoticeCode =
  "N17" | "N22" | "N23" | "N30" | "N39" | "N-FACE" | "N-CHILD" | "N-CHANGE" | "N-BREACH";

/** What must be kept as evidence, and how long (PIPL 19, 55, 56; NDSR 12). */
export type RecordCode =
  | "consent"
  | "impact-assessment-3y"
  | "providing-3y"
  | "entrusting-3y"
  | "refusal"
  | "choice-of-method"
  | "verification-result";

/** The ways in which data may leave the mainland (PIPL 38, 41; Cross-border Flow Rules 5, 7, 8). */
export type ExportMechanism =
  "security-assessment" | "certification" | "standard-contract" | "exempt" | "approval";

/** The duties that an intended handling brings. */
export interface Need {
  /** The strictest of the acts. */
  readonly consent: ConsentKind;
  /** Who must act; `none` where no consent is needed. */
  readonly actor: "subject" | "guardian" | "none";
  /** The acts of consent, one record each. */
  readonly acts: readonly NeededAct[];
  /** Something has changed: an act from before does not count (PIPL 14(2)). */
  readonly freshConsent: boolean;
  readonly notices: readonly NoticeCode[];
  /** Ids of the recipients whose name and contact the notice gives. */
  readonly named: readonly string[];
  /** Ids of the recipients with whom there is a contract or an agreement. */
  readonly agreements: readonly string[];
  /** Whether a personal information protection impact assessment comes first (PIPL 55). */
  readonly impactAssessment: boolean;
  readonly records: readonly RecordCode[];
  /** Those that would do; empty where nothing leaves the mainland. `approval` comes on top of any other. */
  readonly mechanisms: readonly ExportMechanism[];
  readonly obligations: readonly Obligation[];
  /** The rules that fired, in order, such as `CR-03`. */
  readonly ruleIds: readonly RuleId[];
}
