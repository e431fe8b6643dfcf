import { ageBandOf } from "./age-band.ts";
import { choiceOf } from "./decision.ts";
import type { ConsentKind, Need } from "./law/need-model.ts";
import { coveredRecipients, recipientTermsOf, termsOf } from "./purpose-change.ts";
import type { Recipient } from "./recipient.ts";
import { agrees } from "./standing.ts";
import type { Place } from "./record-store.ts";
import {
  type ConsentActor,
  type ConsentRecord,
  type ConsentRecordBody,
  purposeHash,
  RECORD_SCHEMA,
} from "./record.ts";

/** What a record does not take from the decision or from the record before. */
export interface Stamp {
  readonly id: string;
  readonly appId: string;
  /** RFC 3339, UTC. */
  readonly at: string;
}

type AnyDecision = Parameters<typeof choiceOf>[0];

/** What a decision says after the latest record of its place. */
export function decisionBody(
  decision: AnyDecision,
  {
    place,
    recipient,
    need,
    previous,
    agreement,
    stamp,
  }: {
    readonly place: Place;
    /** Of an act about one alone. */
    readonly recipient: Recipient | undefined;
    readonly need: Need;
    readonly previous: ConsentRecord | undefined;
    /** The agreement to the purpose that an act about a recipient is made in. Default: this record's own place. */
    readonly agreement: string | undefined;
    readonly stamp: Stamp;
  },
): ConsentRecordBody {
  const { purpose, age, writtenEvidence, actor = "subject", act = { method: "button" } } = decision;
  const ageBand = ageBandOf(age);
  const isRenewal = decision.decision === "given" && previous?.event === "given";
  return {
    schema: RECORD_SCHEMA,
    ...stamp,
    purposeId: place.purposeId,
    subject: place.subject,
    ...(recipient === undefined ? {} : { recipient: recipient.id }),
    purposeVersion: purpose.version,
    purposeHash: purposeHash(purpose),
    terms: termsOf(purpose),
    recipientTerms: recipientTermsOf(purpose, recipient),
    agreement: agreement ?? (agrees(previous) ? previous.agreement : stamp.id),
    event: decision.decision,
    ...(isRenewal ? { renews: true } : {}),
    kind: kindOf(decision.decision, need),
    ...choiceOf(decision),
    recipients: (recipient === undefined ? coveredRecipients(purpose) : [recipient]).map(({ id }) => id),
    notice: { locale: decision.notice.locale, hash: decision.notice.hash },
    basis: purpose.basis,
    actor,
    ...(ageBand === undefined ? {} : { ageBand }),
    act,
    ...(writtenEvidence === undefined ? {} : { writtenEvidence }),
    ...(previous === undefined ? {} : { previous: previous.hash }),
  };
}

/** Who is asked although no law asks for it gives a general consent; who is only informed gives none. */
function kindOf(decision: AnyDecision["decision"], need: Need): ConsentKind {
  if (decision === "informed") return "none";
  return need.consent === "none" ? "general" : need.consent;
}

/** What a withdrawal says after the record that it ends: nothing is granted any more, and what was is refused now. */
export function withdrawalBody(
  previous: ConsentRecord,
  { actor, stamp }: { readonly actor: ConsentActor; readonly stamp: Stamp },
): ConsentRecordBody {
  const { hash, receipt: _receipt, renews: _renews, writtenEvidence: _evidence, ...body } = previous;
  return {
    ...body,
    ...stamp,
    event: "withdrawn",
    granted: [],
    refused: [...new Set([...previous.granted, ...previous.refused])],
    actor,
    act: { method: "button" },
    previous: hash,
  };
}
