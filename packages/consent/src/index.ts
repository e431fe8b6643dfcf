export { guardedPermission, permissionGroupOf, PERMISSION_GROUPS } from "./catalogue/permissions.ts";
export type { GuardedPermission, PermissionGroup } from "./catalogue/permissions.ts";
export type { PermissionGroupId } from "./catalogue/permission-groups.ts";
export type { Platform } from "./catalogue/permission-names.ts";
export { defineApp } from "./app.ts";
export type { App, AppOptions, AppType } from "./app.ts";
export type { AppTypeFacts, NecessaryItem } from "./app-type-facts.ts";
export type { BlockedField, BlockReason, Collected } from "./collect.ts";
export { createConsent } from "./consent.ts";
export type { Consent, ConsentOptions } from "./consent.ts";
export type { AskPermission, MayAskOptions } from "./ask-again.ts";
export type { Decision } from "./decision.ts";
export type { WithdrawOptions } from "./decisions.ts";
export type { FieldLabel } from "./field-labels.ts";
export { APP_TYPES } from "./generated/app-types.ts";
export type { ListedAppType } from "./generated/app-types.ts";
export type { GrantOptions } from "./grants.ts";
export { signCompactJws } from "./jws.ts";
export type { GuardedSource, SourceOptions } from "./guarded-source.ts";
export { createKeys, generateKeys } from "./keys.ts";
export type { KeysOptions, LocalKeys } from "./keys.ts";
export type { Locale, LocalizedText } from "./localized-text.ts";
export type { Notice, NoticeItem, NoticeOptions } from "./notice.ts";
export type { Profile } from "./profile.ts";
export { definePurpose } from "./purpose.ts";
export type { Basis, ImpactAssessment, Purpose, PurposeOptions } from "./purpose.ts";
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
export type { JwkSet, SignatureFault } from "./ledger/jws-verifier.ts";
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
