import {
  type Clock,
  ConsentError,
  type Field,
  type JwsSigner,
  StoreError,
  UsageError,
} from "@shiming/contract";
import type { App } from "./app.ts";
import {
  assertDecision,
  assertDuties,
  assertKnownActor,
  assertNotice,
  choiceOf,
  copyOf,
  type Decision,
} from "./decision.ts";
import type { DutiesOf } from "./duties.ts";
import type { GrantRegistry } from "./grant-registry.ts";
import { signCompactJws } from "./jws.ts";
import type { Locale } from "./localized-text.ts";
import { type Notice, type NoticeOptions, recipientOf } from "./notice.ts";
import { assertDefined, type Purpose } from "./purpose.ts";
import { decisionBody, type Stamp, withdrawalBody } from "./record-body.ts";
import type { Latest, Place, RecordStore } from "./record-store.ts";
import {
  type ConsentActor,
  type ConsentRecord,
  type ConsentRecordBody,
  RECEIPT_TYPE,
  receiptClaims,
  recordHash,
} from "./record.ts";
import { agrees } from "./standing.ts";
import { checkedSubject } from "./subject.ts";

/** Options of `Consent.withdraw`. */
export interface WithdrawOptions {
  /** Who withdrew; the signed record says so. Default `subject`. */
  readonly actor?: ConsentActor;
}

interface Tools {
  readonly app: App;
  readonly dutiesOf: DutiesOf;
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
    const latest: Latest = await records.latest(place);
    const previous = latest.record();
    const body = make(previous);
    const stands = previous !== undefined && body === previous;
    const record = stands ? previous : await seal(body, purpose);
    if (stands || (await records.append(record, latest))) {
      if (place.recipient === undefined) tools.registry.revoke(place, clock.now());
      return record;
    }
    if (attempt === MAX_WRITE_ATTEMPTS)
      throw new StoreError("STORE_FAILED", "a consent record could not be written");
    return write(place, { make, purpose }, attempt + 1);
  };

  return {
    async record(given) {
      assertDecision(given);
      assertDefined(given.purpose);
      // A copy: what is changed in it while we wait was not decided in front of the notice.
      const decision = copyOf(given);
      const { purpose, age, actor = "subject", notice } = decision;
      const about = decision.recipient === undefined ? {} : { recipient: decision.recipient };
      assertNotice(tools.notice(purpose, notice.locale, { ...about, reader: actor }), notice);
      const recipient = about.recipient === undefined ? undefined : recipientOf(purpose, about.recipient);
      const need = tools.dutiesOf(purpose, { fields: choiceOf(decision).granted, age, recipient });
      assertDuties(decision, need);
      const ofPurpose = { purposeId: purpose.id, subject: tools.indexOf(checkedSubject(decision.subject)) };
      const place = { ...ofPurpose, ...about };
      const seen = (await records.latest(place)).record();
      const agreement = recipient && (await agreementOf(records, ofPurpose, decision));
      return write(place, {
        make(previous) {
          if (previous?.id !== seen?.id) assertNoNewerNo(previous, purpose);
          assertMayDecideAlone(previous, decision);
          return decisionBody(decision, { place, recipient, need, previous, agreement, stamp: stamp() });
        },
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

/** Where a guardian has decided, the age of who decides next must be told: a child alone widens nothing (PIPL 31). */
function assertMayDecideAlone(
  previous: ConsentRecord | undefined,
  { purpose, decision, age, actor = "subject" }: Decision<Field, Field>,
): void {
  const isOfChild = previous?.actor === "guardian" || previous?.ageBand === "under-14";
  if (!isOfChild || actor === "guardian" || age !== undefined || decision === "refused") return;
  const message = "a guardian decided before; tell the age of who decides now (PIPL 31)";
  throw new ConsentError("GUARDIAN_REQUIRED", { message, purposeId: purpose.id, ruleId: "CR-05" });
}

/** A yes that was on its way when the person said no does not come after it. */
function assertNoNewerNo(previous: ConsentRecord | undefined, purpose: Purpose): void {
  if (previous === undefined || agrees(previous)) return;
  const message = "the person said no while this was being written";
  throw new ConsentError("CONSENT_WITHDRAWN", { message, purposeId: purpose.id, ruleId: "CR-18" });
}

/** An act about a recipient is made within an agreement to the purpose. */
async function agreementOf(
  records: RecordStore,
  place: Place,
  { purpose, decision }: Decision<Field, Field>,
): Promise<string | undefined> {
  const record = (await records.latest(place)).record();
  if (agrees(record)) return record.agreement;
  if (decision === "refused") return undefined;
  const message = "the person has to agree to the purpose before a recipient of it (PIPL 23)";
  throw new ConsentError("CONSENT_REQUIRED", { message, purposeId: purpose.id, ruleId: "CR-07" });
}
