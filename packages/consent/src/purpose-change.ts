import type { Field } from "@shiming/contract";
import type { ChangedPart } from "./decision/ask.ts";
import type { Basis, Purpose } from "./purpose.ts";
import { isAskedApart } from "./recipient.ts";

/** What a person agreed to, as far as a change of it asks for another act. */
export interface AgreedTo {
  readonly purposeVersion: number;
  readonly basis: Basis;
  /** Those that the act covered. */
  readonly recipients: readonly string[];
  readonly granted: readonly Field[];
}

/** The recipients that an act on the purpose itself covers: the others have acts of their own. */
export function coveredRecipients(purpose: Purpose): readonly string[] {
  return purpose.recipients
    .filter((recipient) => !isAskedApart(purpose.basis, recipient))
    .map(({ id }) => id);
}

/**
 * What has changed since a person agreed (PIPL 14(2)). Fewer fields or recipients are no change, and neither are better
 * words; a new optional field is simply not granted yet.
 */
export function changesSince(agreed: AgreedTo, purpose: Purpose): readonly ChangedPart[] {
  const has: Readonly<Record<ChangedPart, boolean>> = {
    purpose: agreed.purposeVersion !== purpose.version,
    method:
      basisText(agreed.basis) !== basisText(purpose.basis) ||
      coveredRecipients(purpose).some((id) => !agreed.recipients.includes(id)),
    kinds: purpose.required.some((field) => !agreed.granted.includes(field)),
  };
  return (["purpose", "method", "kinds"] as const).filter((part) => has[part]);
}

function basisText(basis: Basis): string {
  return basis.article === "13.1" ? basis.article : `${basis.article} ${basis.legalRef}`;
}
