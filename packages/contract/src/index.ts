export { abortError, neverAborted, throwIfAborted, untilAborted } from "./abort.ts";
export { assertOption, assertOptions, assertText } from "./assert-option.ts";
export type { Charge } from "./charge.ts";
export type {
  Check,
  CheckKind,
  CreditCodeCheck,
  NetworkIdentityCheck,
  NetworkIdentityMode,
  PhoneCheck,
  PhonePossessionCheck,
  ResidentIdCheck,
} from "./check.ts";
export { CHECK_FIELDS } from "./check-fields.ts";
export type { FieldsOf, FieldTree, SealedCheck } from "./check-fields.ts";
export { systemClock } from "./clock.ts";
export type { Clock } from "./clock.ts";
export {
  BudgetError,
  ConsentError,
  ProviderError,
  ShimingError,
  StoreError,
  UnsupportedError,
  UsageError,
} from "./errors.ts";
export type {
  BudgetErrorCode,
  ConsentErrorCode,
  ConsentErrorDetail,
  ErrorCode,
  FinalProviderErrorCode,
  ProviderErrorCode,
  ProviderErrorDetail,
  RetryableProviderErrorCode,
  StoreErrorCode,
  UnsupportedErrorCode,
  UsageErrorCode,
} from "./errors.ts";
export { FURTHER_FIELDS, isField, KNOWN_FIELDS, LISTED_FIELDS } from "./field.ts";
export type { AppField, Field, KnownField, ListedField } from "./field.ts";
export { fits } from "./fits.ts";
export { OWN_USE } from "./grant.ts";
export type { ConsentGrant, ConsentGuard, GrantFacts, GrantUse } from "./grant.ts";
export type { JwkSet, JwsSigner, Keys } from "./keys.ts";
export type {
  Attributes,
  InDoubt,
  Invalid,
  Match,
  Mismatch,
  MismatchReason,
  NoRecord,
  Outcome,
  OutcomeBase,
  OutcomeStatus,
  Pending,
  Problem,
} from "./outcome.ts";
export type {
  Capability,
  Provider,
  ProviderAnswer,
  ProviderContext,
  ProviderInDoubt,
  ProviderPending,
  ProviderResult,
} from "./provider.ts";
export { createSealer } from "./sealed.ts";
export type { Sealed, Sealer } from "./sealed.ts";
export { MAX_KEY_LENGTH } from "./store.ts";
export type {
  Add,
  Append,
  Change,
  CommitResult,
  Entry,
  LogEntry,
  Put,
  ReadOptions,
  Remove,
  Store,
} from "./store.ts";
export { addToCounter, assertChanges, assertKey, readWindow } from "./store-rules.ts";
export { fieldsOf, personalParts, sealCheck } from "./walk-check.ts";
export type { PersonalPart } from "./walk-check.ts";
