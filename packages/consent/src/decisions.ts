import { type Clock, type Field, type JwsSigner, StoreError, UsageError } from "@shiming/contract";
import type { App } from "./app.ts";
import {
  assertDecision,
  assertDuties,
  assertKnownActor,
  assertNotice,
  choiceOf,
  type Decision,
} from "./decision.ts";
import { dutiesOf } from "./duties.ts";
import type { GrantRegistry } from "./grant-registry.ts";
import { signCompactJws } from "./jws.ts";
import type { Locale } from "./localized-text.ts";
import { type Notice, type NoticeOptions, recipientOf } from "./notice.ts";
import type { Purpose } from "./purpose.ts";
import { decisionBody, type Stamp, withdrawalBody } from "./record-body.ts";
import type { Place, RecordStore } from "./record-store.ts";
import {
  type ConsentActor,
  type ConsentRecord,
  type ConsentRecordBody,
  RECEIPT_TYPE,
  receiptClaims,
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
const MAX_WRITE_ATTEMPTS = 16;

export function createDecisions(tools: Tools): Decisions {
  const { app, records, clock, newId } = tools;

  const stamp = (): Stamp => ({ id: newId(), appId: app.id, at: new Date(clock.now()).toISOString() });

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
      const about = decision.recipient === undefined ? {} : { recipient: decision.recipient };
      const shown = tools.notice(purpose, decision.notice.locale, { ...about, reader: actor });
      assertNotice(shown, decision.notice);
      const recipient = about.recipient === undefined ? undefined : recipientOf(purpose, about.recipient);
      const need = dutiesOf(app, purpose, { fields: choiceOf(decision).granted, age, recipient });
      assertDuties(decision, need);
      const subject = tools.indexOf(checkedSubject(decision.subject));
      const place = { purposeId: purpose.id, subject, ...about };
      return write(place, {
        make: (previous) => decisionBody(decision, { place, need, previous, stamp: stamp() }),
        purpose,
      });
    },

    async withdraw(recordId, { actor = "subject" } = {}) {
      assertKnownActor(actor, "withdraw.actor");
      const place = await records.byId(recordId);
      if (place === undefined)
        throw new UsageError("HANDLE_UNKNOWN", "recordId", "is not of a consent record");
      await write(place, {
        make(previous) {
          // `byId` found the place, and a place once written is never empty again.
          if (previous === undefined) throw new StoreError("STORE_FAILED", "a consent record has gone");
          return previous.event === "withdrawn"
            ? previous
            : withdrawalBody(previous, { actor, stamp: stamp() });
        },
      });
    },
  };
}
