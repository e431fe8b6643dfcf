export type { Budget } from "./budget.ts";
export type { ReceiptClaims, ReceiptOptions } from "./receipt.ts";
export { createVerifier } from "./verifier.ts";
export type { Verifier, VerifierOptions, VerifyOptions } from "./verifier.ts";
export { verifyReceipt } from "./verify-receipt.ts";
export type { ReceiptCheck, ReceiptFault, VerifyReceiptOptions } from "./verify-receipt.ts";
