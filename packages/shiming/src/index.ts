export {
  BudgetError,
  ConsentError,
  ProviderError,
  ShimingError,
  StoreError,
  UnsupportedError,
  UsageError,
} from "@shiming/contract";
export type {
  Check,
  Charge,
  ConsentGrant,
  ErrorCode,
  Field,
  FieldsOf,
  Outcome,
  OutcomeStatus,
  Provider,
  Store,
} from "@shiming/contract";
export type { Budget } from "./budget.ts";
export { readVerifications } from "./read-verifications.ts";
export type { LoggedVerification } from "./read-verifications.ts";
export type { ReceiptClaims, ReceiptOptions } from "./receipt.ts";
export type { VerificationLine } from "./verification.ts";
export { createVerifier } from "./verifier.ts";
export type { Verifier, VerifierOptions, VerifyOptions } from "./verifier.ts";
export { verifyReceipt } from "./verify-receipt.ts";
export type { ReceiptCheck, ReceiptFault, VerifyReceiptOptions } from "./verify-receipt.ts";
