import {
  fits,
  UnsupportedError,
  UsageError,
  type Capability,
  type NetworkIdentityCheck,
  type ProviderContext,
  type SealedCheck,
} from "@shiming/contract";
import { checkBizSeq } from "./biz-seq.ts";
import type { SupportedMode, Transaction } from "./wire.ts";

/** A check that this provider does. */
interface PresentedCheck extends NetworkIdentityCheck {
  readonly mode: SupportedMode;
}

export const CAPABILITY: Capability = {
  kind: "network-identity",
  fields: ["network-identity-credential"],
  modes: ["R01", "R02"],
  costMicros: 0,
};

/**
 * Reads what is not sealed.
 *
 * @throws UnsupportedError for another kind of check, other fields or another mode
 * @throws UsageError `INVALID_INPUT` for a bizSeq or a password part that cannot be
 */
export function presentedCheck(check: SealedCheck): SealedCheck<PresentedCheck> {
  if (!fits<PresentedCheck>(CAPABILITY, check)) {
    throw new UnsupportedError(
      "network-identity does the modes R01 and R02 of the network identity, without a face",
    );
  }
  checkBizSeq(check.bizSeq, "check.bizSeq");
  if ((check.mode === "R02") !== (check.certPwdData !== undefined)) {
    throw new UsageError("INVALID_INPUT", "check.certPwdData", "must be there with R02 and only then");
  }
  return check;
}

/** Opens what is sealed, each value once. */
export function openTransaction(
  { bizSeq, mode, idCardAuthData, certPwdData }: SealedCheck<PresentedCheck>,
  context: ProviderContext,
): Transaction {
  const common = { bizSeq, idCardAuthData: context.reveal(idCardAuthData) };
  return certPwdData === undefined || mode === "R01"
    ? { ...common, mode: "R01" }
    : { ...common, mode, certPwdData: context.reveal(certPwdData) };
}
