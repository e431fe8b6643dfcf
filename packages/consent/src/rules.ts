export { answerDueOn } from "./rules/answer-due.ts";
export type { ReceivedCase } from "./rules/answer-due.ts";
export { consentStateOf } from "./rules/consent-state-of.ts";
export { evaluate } from "./rules/evaluate.ts";
export type { EvaluateOptions, Evaluation } from "./rules/evaluate.ts";
export type { EventOf, EventType, KeptData, OpenCase, RuleEvent, SettingChange } from "./rules/event.ts";
export { deletionsDue } from "./rules/retention.ts";
export type { DeletionRecord } from "./rules/retention.ts";
export type {
  EventParts,
  EventRecipient,
  Initiator,
  Path,
  Precision,
  Protection,
  Rationale,
  RightName,
  Trigger,
} from "./rules/event-parts.ts";
export type {
  Assessment,
  DeclaredFeature,
  DeclaredItem,
  DeclaredPurpose,
  DeclaredRecipient,
  DeclaredRight,
  DeclaredSdk,
  DeclaredStorage,
  DisclosureLists,
  Frequency,
  Manifest,
  Personalisation,
  Policy,
  RealName,
  Span,
} from "./rules/manifest.ts";
export { manifestOf } from "./rules/manifest-of.ts";
export type { ManifestOfPurposes } from "./rules/manifest-of.ts";
export { disclosureLists } from "./rules/mn-lists.ts";
export type {
  ConsentQuery,
  ConsentState as RuleConsentState,
  ExportCounts as RuleExportCounts,
  Force,
  History,
  Level,
  NoticeState,
  RuleContext,
  RuleId,
  SubjectState,
  Verdict as RuleVerdict,
  VerdictKind,
  WorkCalendar,
} from "./rules/model.ts";
export { ruleCatalogue } from "./rules/rule-catalogue.ts";
export type { RuleEntry } from "./rules/rule-catalogue.ts";
