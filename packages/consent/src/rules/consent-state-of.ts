import type { ConsentRecord } from "../record.ts";
import type { ConsentState } from "./model.ts";

const STATES = { given: "given", refused: "refused", withdrawn: "withdrawn", informed: "none" } as const;

/**
 * What the rules ask about a consent, of the latest record of a person, purpose and recipient. No record, and a notice that
 * asked for nothing, are no consent.
 */
export function consentStateOf(record: ConsentRecord | undefined): ConsentState {
  if (record === undefined) return { state: "none" };
  const { event, kind, actor, at, granted, recipient, notice } = record;
  return {
    state: STATES[event],
    ...(kind !== "none" && { kind }),
    actor,
    at,
    lastAskedAt: at,
    fields: granted,
    purposeHash: record.purposeHash,
    policyVersion: notice.hash,
    ...(recipient !== undefined && { recipientId: recipient }),
  };
}
