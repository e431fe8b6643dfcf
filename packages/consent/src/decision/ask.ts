import type { Field } from "@shiming/contract";

/** What is done with personal information (PIPL 4, 21, 23, 24, 25, 26, 38). */
export type Operation =
  "collect" | "use" | "share" | "entrust" | "publish" | "export" | "auto-decision" | "face-verify" | "retain";

/** The seven bases of PIPL 13(1). */
export type BasisArticle = "13.1" | "13.2" | "13.3" | "13.4" | "13.5" | "13.6" | "13.7";

/** What has changed since the person was last asked (PIPL 14(2)). */
export type ChangedPart = "purpose" | "method" | "kinds";

/** Who receives data, as far as the law tells one from another. */
export interface AskRecipient {
  readonly id: string;
  readonly role: "handler" | "processor" | "joint" | "third-party-app" | "foreign-judicial";
  /** Default false. */
  readonly outsideMainland?: boolean;
}

/** One intended handling of personal information. */
export interface Ask {
  readonly operation: Operation;
  readonly purposeId: string;
  readonly fields: readonly Field[];
  readonly basis: BasisArticle;
  /** The law, regulation or contract that a basis other than consent stands on. Without it the basis counts as consent. */
  readonly legalRef?: string;
  readonly recipient?: AskRecipient;
  /** In full years. */
  readonly age: number | "unknown";
  /** The service is made for children: an unknown age counts as under 14. Default false. */
  readonly childDirected?: boolean;
  /** The law or administrative regulation that asks for written consent (PIPL 14(1), 29). */
  readonly writtenRequiredBy?: string;
  /** Default: nothing. */
  readonly changedSince?: readonly ChangedPart[];
}

/** Of growing strictness. */
export type ConsentKind = "none" | "general" | "separate" | "written";

/** What a notice must contain (PIPL 17, 23, 30, 39, 57; Face Measures 5; Children Provisions 10). */
export type NoticeCode = "N17" | "N23" | "N30" | "N39" | "N-FACE" | "N-CHILD" | "N-CHANGE" | "N-BREACH";

/** What must be kept as evidence, and how long (PIPL 55, 56; NDSR 12). */
export type RecordCode =
  "consent" | "impact-assessment-3y" | "providing-3y" | "entrusting-3y" | "refusal" | "choice-of-method";

/** The ways in which data may leave the mainland (PIPL 38; Cross-border Flow Rules 5, 7, 8). */
export type ExportMechanism =
  "security-assessment" | "certification" | "standard-contract" | "exempt" | "approval";

/** The duties that an intended handling brings. */
export interface Need {
  readonly consent: ConsentKind;
  /** Who must act; `none` where no consent is needed. */
  readonly actor: "subject" | "guardian" | "none";
  readonly notices: readonly NoticeCode[];
  /** Whether a personal information protection impact assessment comes first (PIPL 55). */
  readonly impactAssessment: boolean;
  readonly records: readonly RecordCode[];
  /** Those that would do; empty where nothing leaves the mainland. */
  readonly mechanisms: readonly ExportMechanism[];
  /** The rules that fired, in order, such as `CR-03`. */
  readonly ruleIds: readonly string[];
}
