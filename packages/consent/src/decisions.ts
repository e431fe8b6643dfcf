import {
  type Clock,
  ConsentError,
  type Field,
  type JwsSigner,
  StoreError,
  UsageError,
} from "@shiming/contract";
import type { GrantRegistry } from "./grant-registry.ts";
import { signCompactJws } from "./jws.ts";
import type { Locale } from "./localized-text.ts";
import type { Notice } from "./notice.ts";
import type { Purpose } from "./purpose.ts";
import type { Latest, Place, RecordStore } from "./record-store.ts";
import {
  type ConsentActor,
  type ConsentRecord,
  type ConsentRecordBody,
  purposeHash,
  receiptClaims,
  recordHash,
} from "./record.ts";
import { checkedSubject } from "./subject.ts";

/** What a person decided in front of a notice. */
export interface Decision<Required extends Field, Optional extends Field> {
  /** What was decided about. */
  readonly purpose: Purpose<Required, Optional>;
  /** The person, as the app calls them: an account id, never a number or a name. Only a blind index is kept. */
  readonly subject: string;
  /** The notice that was shown. */
  readonly notice: Pick<Notice, "locale" | "hash">;
  /** What the person chose; a refusal is kept too. */
  readonly decision: "given" | "refused";
  /** Optional fields that the person chose by an act of their own. Default: none, so nothing is pre-ticked. */
  readonly optional?: readonly NoInfer<Optional>[];
  /** Who decided. Default `subject`. */
  readonly actor?: ConsentActor;
  /** In years, when known. Under 14 a guardian decides (PIPL 31). */
  readonly age?: number;
}

/** Options of `Consent.withdraw`. */
export interface WithdrawOptions {
  /** Who withdrew; the signed record says so. Default `subject`. */
  readonly actor?: ConsentActor;
}

interface Tools {
  readonly appId: string;
  readonly records: RecordStore;
  readonly registry: GrantRegistry;
  readonly signer: JwsSigner;
  readonly notice: (purpose: Purpose, locale: Locale) => Notice;
  readonly indexOf: (subject: string) => string;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Writes what people decide. */
export interface Decisions {
  record<R extends Field, O extends Field>(decision: Decision<R, O>): Promise<ConsentRecord>;
  withdraw(recordId: string, options?: WithdrawOptions): Promise<void>;
}

/** Somebody else writing the same person's record at the same moment is rare; more than this is a broken store. */
const MAX_WRITE_ATTEMPTS = 5;

export function createDecisions(tools: Tools): Decisions {
  const { records, clock, newId } = tools;

  const seal = async (body: ConsentRecordBody): Promise<ConsentRecord> => {
    const hash = recordHash(body);
    return {
      ...body,
      hash,
      receipt: await signCompactJws(tools.signer, "consent-receipt+jwt", receiptClaims(body, hash)),
    };
  };

  /**
   * Writes what `make` says after the latest record; when somebody else was faster, after theirs. A `make` that gives
   * the latest record back lets it stand.
   */
  const write = async (
    place: Place,
    make: (previous: ConsentRecord | undefined) => ConsentRecordBody,
    attempt = 1,
  ): Promise<ConsentRecord> => {
    const latest: Latest = await records.latest(place);
    const previous = latest.record();
    const body = make(previous);
    const stands = previous !== undefined && body === previous;
    const record = stands ? previous : await seal(body);
    if (stands || (await records.append(record, latest))) {
      if (record.previous !== undefined) tools.registry.revoke(record.previous, clock.now());
      return record;
    }
    if (attempt === MAX_WRITE_ATTEMPTS)
      throw new StoreError("STORE_FAILED", "a consent record could not be written");
    return write(place, make, attempt + 1);
  };

  return {
    async record(decision) {
      assertShape(decision);
      const { purpose } = decision;
      assertKnown(decision);
      assertNotice(tools.notice(purpose, decision.notice.locale), decision.notice);
      assertActor(decision);
      const choice = choiceOf(decision);
      const place = { purposeId: purpose.id, subject: tools.indexOf(checkedSubject(decision.subject)) };
      return write(place, (previous) => ({
        schema: "shiming-consent-record/1",
        id: newId(),
        appId: tools.appId,
        ...place,
        purposeHash: purposeHash(purpose),
        event: decision.decision,
        ...choice,
        notice: { locale: decision.notice.locale, hash: decision.notice.hash },
        basis: purpose.basis,
        actor: decision.actor ?? "subject",
        at: new Date(clock.now()).toISOString(),
        ...(previous === undefined ? {} : { previous: previous.hash }),
      }));
    },

    async withdraw(recordId, { actor = "subject" } = {}) {
      assertKnownActor(actor, "withdraw.actor");
      const place = await records.byId(recordId);
      if (place === undefined)
        throw new UsageError("HANDLE_UNKNOWN", "recordId", "is not of a consent record");
      await write(place, (previous) => {
        // `byId` found the place, and a place once written is never empty again.
        if (previous === undefined) throw new StoreError("STORE_FAILED", "a consent record has gone");
        if (previous.event === "withdrawn") return previous;
        const { hash, receipt: _receipt, ...body } = previous;
        const at = new Date(clock.now()).toISOString();
        return { ...body, id: newId(), event: "withdrawn", granted: [], actor, at, previous: hash };
      });
    },
  };
}

/** For callers without types. */
function assertShape(decision: Decision<Field, Field>): void {
  if (!isObject(decision)) refuse("decision", "must be an object");
  if (!isObject(decision.purpose)) refuse("decision.purpose", "must be a purpose");
  if (!isObject(decision.notice)) refuse("decision.notice", "must be the notice that was shown");
  if (!Array.isArray(decision.optional ?? [])) refuse("decision.optional", "must be a list of fields");
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function refuse(path: string, rule: string): never {
  throw new UsageError("INVALID_INPUT", path, rule);
}

/** An answer that we do not know must never pass for a yes, whatever its type said. */
function assertKnown({ decision, actor = "subject" }: Decision<Field, Field>): void {
  if (!["given", "refused"].includes(decision))
    throw new UsageError("INVALID_INPUT", "decision.decision", "must be `given` or `refused`");
  assertKnownActor(actor, "decision.actor");
}

function assertKnownActor(actor: ConsentActor, path: string): void {
  if (!["subject", "guardian"].includes(actor))
    throw new UsageError("INVALID_INPUT", path, "must be `subject` or `guardian`");
}

/** PIPL 14(1): consent is informed, so it counts for the words that were shown and for no others. */
function assertNotice(current: Notice, shown: Pick<Notice, "hash">): void {
  if (current.hash === shown.hash) return;
  throw new UsageError("INVALID_INPUT", "decision.notice.hash", "is not of the notice as it stands now");
}

function assertActor({ age, actor, purpose }: Decision<Field, Field>): void {
  if (age === undefined || age >= 14 || actor === "guardian") return;
  throw new ConsentError("GUARDIAN_REQUIRED", {
    message: "under 14 a parent or guardian decides (PIPL 31)",
    purposeId: purpose.id,
  });
}

function choiceOf(decision: Decision<Field, Field>): {
  granted: readonly Field[];
  refused: readonly Field[];
} {
  const { purpose, optional = [] } = decision;
  if (!optional.every((field) => purpose.optional.includes(field))) {
    throw new UsageError(
      "INVALID_INPUT",
      "decision.optional",
      "holds a field that is not optional in this purpose",
    );
  }
  if (decision.decision === "refused")
    return { granted: [], refused: [...purpose.required, ...purpose.optional] };
  return {
    granted: [...purpose.required, ...optional],
    refused: purpose.optional.filter((field) => !optional.includes(field)),
  };
}
