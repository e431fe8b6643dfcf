import type { Denial } from "./denial.ts";
import type { TidyEvidence } from "./evidence.ts";
import type { NeededAct, NoticeCode, RecordCode, ExportMechanism } from "./need-model.ts";
import type { Obligation } from "./obligations.ts";
import type { RuleId } from "./rule-id.ts";
import type { Situation } from "./situation.ts";

/** What one rule adds; what is absent it does not ask for. */
export interface Duties {
  readonly acts?: readonly Omit<NeededAct, "ruleId">[];
  /** A guardian acts in the place of the person. */
  readonly guardian?: boolean;
  readonly freshConsent?: boolean;
  readonly notices?: readonly NoticeCode[];
  readonly named?: readonly string[];
  readonly agreements?: readonly string[];
  readonly impactAssessment?: boolean;
  readonly records?: readonly RecordCode[];
  readonly mechanisms?: readonly ExportMechanism[];
  readonly obligations?: readonly Obligation[];
}

/** One rule: when it holds, what it asks for, and what it forbids whatever the consent. */
export interface LawRule {
  readonly id: RuleId;
  /** Where it is written. */
  readonly clause: string;
  readonly when: (situation: Situation) => boolean;
  readonly duties?: (situation: Situation) => Duties;
  readonly forbids?: (situation: Situation, evidence: TidyEvidence) => Denial | undefined;
}
