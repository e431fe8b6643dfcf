export { guardedPermission, permissionGroupOf, PERMISSION_GROUPS } from "./catalogue/permissions.ts";
export type { GrantMode, GuardedPermission, NameSource, PermissionGroup } from "./catalogue/permissions.ts";
export type { PermissionGroupId } from "./catalogue/permission-groups.ts";
export type { Platform } from "./catalogue/permission-names.ts";
export { defineApp } from "./app.ts";
export type { App, AppOptions, AppType } from "./app.ts";
export type { AppTypeFacts, NecessaryItem } from "./app-type-facts.ts";
export type { BlockedField, BlockReason, Collected, CollectedBy, Validated } from "./collect.ts";
export { createConsent } from "./consent.ts";
export type { Consent, ConsentOptions } from "./consent.ts";
export type { AskPermission, MayAskOptions } from "./ask-again.ts";
export type { Decision } from "./decision.ts";
export type { WithdrawOptions } from "./record-decisions.ts";
export { FIELD_LABELS } from "./field-labels.ts";
export type { FieldClass, FieldLabel, FieldLevel, SensitiveClass } from "./field-labels.ts";
export { APP_TYPES } from "./generated/app-types.ts";
export type { ListedAppType } from "./generated/app-types.ts";
export { decide } from "./law/decide.ts";
export type { Verdict } from "./law/decide.ts";
export { DENIAL_MESSAGES } from "./law/denial.ts";
export type { Denial, DenialCode } from "./law/denial.ts";
export type {
  Ask,
  AskRealName,
  AskRecipient,
  BasisArticle,
  ChangedPart,
  Operation,
  RecipientRole,
} from "./law/ask.ts";
export type { ConsentEvidence, ConsentState, Evidence } from "./law/evidence.ts";
export { EXEMPT_CASES, exportChannel } from "./law/export-channel.ts";
export type { ExemptCase, ExportCounts, ExportFacts as ExportChannelFacts } from "./law/export-channel.ts";
export { mayAskAgain } from "./law/may-ask-again.ts";
export type { AskedBefore } from "./law/may-ask-again.ts";
export { mayRefuseService } from "./law/may-refuse-service.ts";
export type { ServiceRefusal } from "./law/may-refuse-service.ts";
export { need } from "./law/need.ts";
export type {
  ConsentAct,
  ConsentKind,
  ExportMechanism,
  Need,
  NeededAct,
  NoticeCode,
  RecordCode,
} from "./law/need-model.ts";
export { OBLIGATIONS_BEFORE, OBLIGATIONS_WITH } from "./law/obligations.ts";
export type { Obligation, ObligationBefore, ObligationWith } from "./law/obligations.ts";
export { REAL_NAME_SERVICES } from "./law/real-name-services.ts";
export type { RealNameService, RealNameServiceFacts } from "./law/real-name-services.ts";
export { REAL_NAME_WAYS, realNameWays } from "./law/real-name-ways.ts";
export type { RealNameChoice, RealNameWay } from "./law/real-name-ways.ts";
export type { RuleId as LawRuleId } from "./law/rule-id.ts";
export { LAW_RULES } from "./law/rules.ts";
export type { Duties, LawRule } from "./law/rule.ts";
export type { NeedOptions, Situation } from "./law/situation.ts";
export type { GrantOptions } from "./grants.ts";
export { signCompactJws } from "./jws.ts";
export type { GuardedSource, SourceOptions } from "./guarded-source.ts";
export { createKeys, generateKeys } from "./keys.ts";
export type { KeysOptions, LocalKeys } from "./keys.ts";
export type { Locale, LocalizedText } from "./localized-text.ts";
export type { Notice, NoticeItem, NoticeOptions } from "./notice.ts";
export { PROFILES } from "./profile.ts";
export type { Profile, ProfileSettings } from "./profile.ts";
export { definePurpose } from "./purpose.ts";
export type { Purpose, SchemaPart, SchemaPartOf, WithSchema } from "./purpose.ts";
export type { Basis, ImpactAssessment, PurposeOptions } from "./purpose-options.ts";
export type { Recipient } from "./recipient.ts";
export type {
  AgeBand,
  ActDescription,
  ConsentActor,
  ConsentEvent,
  ConsentRecord,
  ConsentRecordBody,
} from "./record.ts";
export type { SealedForm } from "./sealed-form.ts";
export { LEDGER_FAULTS } from "./ledger/ledger-finding.ts";
export type { LedgerFault, LedgerFinding } from "./ledger/ledger-finding.ts";
export type { LedgerSource } from "./ledger/ledger-source.ts";
export type { JwkSet } from "@shiming/contract";
export type { SignatureFault } from "./ledger/jws-verifier.ts";
export { receiptStatus } from "./ledger/receipt-status.ts";
export type { ReceiptStatus } from "./ledger/receipt-status.ts";
export { verifyConsentReceipt } from "./ledger/verify-consent-receipt.ts";
export type {
  ConsentReceiptCheck,
  ConsentReceiptFault,
  VerifyConsentReceiptOptions,
} from "./ledger/verify-consent-receipt.ts";
export { verifyLedger } from "./ledger/verify-ledger.ts";
export type { LedgerVerdict, VerifyLedgerOptions } from "./ledger/verify-ledger.ts";
export { exportRecord } from "./export/export-record.ts";
export type { ExportedRecords, ExportFormat, NeededFacts } from "./export/export-record.ts";
export type { ExportFacts, KantaraFacts } from "./export/export-facts.ts";
export type { DpvRecord } from "./export/dpv.ts";
export type { Iso27560Record } from "./export/iso-27560.ts";
export type { KantaraReceipt } from "./export/kantara.ts";
export type { ReceiptClaims, ReceiptFacts } from "./record.ts";
export type { FormIssue, FormResult, FormSchema } from "./schema/form-schema.ts";
export type { NarrowedSchema, SchemaFor, ValidData } from "./schema/narrowed-schema.ts";
export type { FieldIssue } from "./schema/validated-form.ts";
