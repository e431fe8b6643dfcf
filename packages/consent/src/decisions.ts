import { type Clock, type Field, type JwsSigner, StoreError, UsageError } from "@shiming/contract";
import type { App } from "./app.ts";
import { ageBandOf } from "./age-band.ts";
import {
  assertDecision,
  assertDuties,
  assertKnownActor,
  assertNotice,
  choiceOf,
  type Decision,
} from "./decision.ts";
import type { ConsentKind, Need } from "./decision/need-model.ts";
import { dutiesOf } from "./duties.ts";
import type { GrantRegistry } from "./grant-registry.ts";
import { signCompactJws } from "./jws.ts";
import type { Locale } from "./localized-text.ts";
import { type Notice, type NoticeOptions, recipientOf } from "./notice.ts";
import { coveredRecipients } from "./purpose-change.ts";
import type { Purpose } from "./purpose.ts";
import type { Place, RecordStore } from "./record-store.ts";
import {
  type ConsentActor,
  type ConsentRecord,
  type ConsentRecordBody,
  purposeHash,
  RECEIPT_TYPE,
  receiptClaims,
  RECORD_SCHEMA,
  recordHash,
} from "./record.ts";
import { checkedSubject } from "./subject.ts";

/** Options of `Consent.withdraw`. */
export interface WithdrawOptions {
  /** Who withdrew; the signed record says so. Default `subject`. */
  readonly actor?: ConsentActor;
}

interface Tools {
  readonly app: App;
  readonly records: RecordStore;
  readonly registry: GrantRegistry;
  readonly signer: JwsSigner;
  readonly notice: (purpose: Purpose, locale: Locale, options: NoticeOptions) => Notice;
  readonly indexOf: (subject: string) => string;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Writes what people decide. */
export interface Decisions {
  record<R extends Field, O extends Field>(decision: Decision<R, O>): Promise<ConsentRecord>;
  withdraw(recordId: string, options?: WithdrawOptions): Promise<void>;
}

interface Writing {
  /** The record after the latest one of its place. */
  readonly make: (previous: ConsentRecord | undefined) => ConsentRecordBody;
  readonly purpose?: Purpose | undefined;
}

/** Somebody else writing the same person's record at the same moment is rare; more than this is a broken store. */
const MAX_WRITE_ATTEMPTS = 5;

export function createDecisions(tools: Tools): Decisions {
  const { app, records, clock, newId } = tools;

  const now = (): string => new Date(clock.now()).toISOString();

  /** What a withdrawal was about is in the records before it. */
  const seal = async (body: ConsentRecordBody, purpose: Purpose | undefined): Promise<ConsentRecord> => {
    const hash = recordHash(body);
    const claims = receiptClaims(body, hash, purpose && { app, purpose });
    return { ...body, hash, receipt: await signCompactJws(tools.signer, RECEIPT_TYPE, claims) };
  };

  /**
   * Writes what `make` says after the latest record; when somebody else was faster, after theirs. A `make` that gives
   * the latest record back lets it stand.
   */
  const write = async (place: Place, { make, purpose }: Writing, attempt = 1): Promise<ConsentRecord> => {
    const latest = await records.latest(place);
    const previous = latest.record();
    const body = make(previous);
    const stands = previous !== undefined && body === previous;
    const record = stands ? previous : await seal(body, purpose);
    if (stands || (await records.append(record, latest))) {
      if (record.previous !== undefined) tools.registry.revoke(record.previous, clock.now());
      return record;
    }
    if (attempt === MAX_WRITE_ATTEMPTS)
      throw new StoreError("STORE_FAILED", "a consent record could not be written");
    return write(place, { make, purpose }, attempt + 1);
  };

  return {
    async record(decision) {
      assertDecision(decision);
      const { purpose, age, actor = "subject" } = decision;
      const { locale, hash } = decision.notice;
      const about = decision.recipient === undefined ? {} : { recipient: decision.recipient };
      assertNotice(tools.notice(purpose, locale, { ...about, reader: actor }), decision.notice);
      const choice = choiceOf(decision);
      const recipient = about.recipient === undefined ? undefined : recipientOf(purpose, about.recipient);
      const need = dutiesOf(app, purpose, { fields: choice.granted, age, recipient });
      assertDuties(decision, need);
      const place = {
        purposeId: purpose.id,
        subject: tools.indexOf(checkedSubject(decision.subject)),
        ...about,
      };
      const ageBand = ageBandOf(age);
      const make = (previous: ConsentRecord | undefined): ConsentRecordBody => ({
        schema: RECORD_SCHEMA,
        id: newId(),
        appId: app.id,
        ...place,
        purposeVersion: purpose.version,
        purposeHash: purposeHash(purpose),
        event: decision.decision,
        ...(decision.decision === "given" && previous?.event === "given" ? { renews: true } : {}),
        kind: kindOf(decision.decision, need),
        ...choice,
        recipients: recipient === undefined ? coveredRecipients(purpose) : [recipient.id],
        notice: { locale, hash },
        basis: purpose.basis,
        actor,
        ...(ageBand === undefined ? {} : { ageBand }),
        act: decision.act ?? { method: "button" },
        ...(decision.writtenEvidence === undefined ? {} : { writtenEvidence: decision.writtenEvidence }),
        at: now(),
        ...(previous === undefined ? {} : { previous: previous.hash }),
      });
      return write(place, { make, purpose });
    },

    async withdraw(recordId, { actor = "subject" } = {}) {
      assertKnownActor(actor, "withdraw.actor");
      const place = await records.byId(recordId);
      if (place === undefined)
        throw new UsageError("HANDLE_UNKNOWN", "recordId", "is not of a consent record");
      const make = (previous: ConsentRecord | undefined): ConsentRecordBody => {
        // `byId` found the place, and a place once written is never empty again.
        if (previous === undefined) throw new StoreError("STORE_FAILED", "a consent record has gone");
        if (previous.event === "withdrawn") return previous;
        const { hash, receipt: _receipt, ...body } = previous;
        return { ...body, id: newId(), event: "withdrawn", granted: [], actor, at: now(), previous: hash };
      };
      await write(place, { make });
    },
  };
}

/** Who is asked although no law asks for it gives a general consent; who is only informed gives none. */
function kindOf(decision: "given" | "refused" | "informed", need: Need): ConsentKind {
  if (decision === "informed") return "none";
  return need.consent === "none" ? "general" : need.consent;
}
