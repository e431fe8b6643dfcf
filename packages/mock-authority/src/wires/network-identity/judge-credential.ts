import type { CredentialState } from "../../personas/people.ts";
import type { ResultCode, Transaction } from "./transactions.ts";

/** What a relying server presents for one transaction. */
export interface PresentedCredential {
  /** R01: credential. R02: credential and password. */
  readonly authMode: "R01" | "R02";
  readonly idCardAuthData: string;
  readonly certPwdData?: string;
}

/** Results for credentials that are no longer good. */
const FADED: Readonly<Record<Exclude<CredentialState, "active">, ResultCode>> = {
  expired: "CREDENTIAL_EXPIRED",
  frozen: "CREDENTIAL_FROZEN",
  revoked: "CREDENTIAL_REVOKED",
  superseded: "CREDENTIAL_ABSENT",
};

/** Judges presented data against what the official app issued: first the data, then the credential, then the password. */
export function judgeCredential(transaction: Transaction, presented: PresentedCredential): ResultCode {
  const { idCardAuthData, certPwdData, person, passwordRight } = transaction;
  if (presented.idCardAuthData !== idCardAuthData || presented.certPwdData !== certPwdData) return "MISMATCH";
  const state = person.networkIdentity?.state ?? "superseded";
  if (state !== "active") return FADED[state];
  return presented.authMode === "R01" || passwordRight ? "PASS" : "WRONG_PASSWORD";
}
