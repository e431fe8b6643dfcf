import {
  type Clock,
  ConsentError,
  type ConsentGrant,
  type ConsentGuard,
  type Field,
  type GrantFacts,
  type GrantUse,
  OWN_USE,
  UsageError,
} from "@shiming/contract";
import { type CollectedBy, declaredIn } from "./collect.ts";
import { createCollect } from "./create-collect.ts";
import type { Need } from "./law/need-model.ts";
import type { DutiesOf } from "./duties.ts";
import { type GrantRegistry, type IssuedGrant, MAX_GRANT_LIFETIME_MS } from "./grant-registry.ts";
import { assertDefined, type Purpose, type SchemaPart } from "./purpose.ts";
import { isAskedApart } from "./recipient.ts";
import type { Latest, Place, RecordStore } from "./record-store.ts";
import type { ConsentRecord } from "./record.ts";
import type { FormSchema } from "./schema/form-schema.ts";
import { agrees, type Refusal, refusalOf, type Wanted } from "./standing.ts";
import { checkedSubject } from "./subject.ts";

/** Options of `Consent.grant`. */
export interface GrantOptions<Optional extends Field> {
  /**
   * Optional fields that the grant covers too; rejects when one was refused. Default: none. An optional field that the
   * person granted and that is not named here is let through by `collect`, but not by `authorize`.
   */
  readonly optional?: readonly Optional[];
  /** Milliseconds, at most 15 minutes. Default: 5 minutes. */
  readonly lifetimeMs?: number;
  /**
   * In years, when known: who has turned 14 decides anew, and what a person under 14 decided alone is no consent
   * (PIPL 31). Default: unknown.
   */
  readonly age?: number;
}

interface Tools {
  readonly dutiesOf: DutiesOf;
  readonly records: RecordStore;
  readonly registry: GrantRegistry;
  readonly assertNecessary: (purpose: Purpose) => void;
  readonly indexOf: (subject: string) => string;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Turns records into grants, and grants into decisions about data. */
export interface Grants extends ConsentGuard {
  grant<R extends Field, O extends Field, const Chosen extends O = never>(
    purpose: Purpose<R, O>,
    subject: string,
    options?: GrantOptions<Chosen>,
  ): Promise<ConsentGrant<R | NoInfer<Chosen>>>;
  collect<R extends Field, O extends Field, V, S extends FormSchema = never>(
    purpose: Purpose<R, O> & Partial<SchemaPart<S>>,
    input: Readonly<Record<string, V>>,
    grant: ConsentGrant,
  ): CollectedBy<S, R | O, V>;
}

const DEFAULT_LIFETIME_MS = 5 * 60_000;

export function createGrants(tools: Tools): Grants {
  const { dutiesOf, records, registry, assertNecessary, indexOf, clock, newId } = tools;

  /** The latest record of a place, held against what is wanted of it. */
  const agreedTo = async (
    place: Place,
    { purpose, recipient, fields, age, agreement }: Omit<Wanted, "need">,
  ): Promise<{ readonly latest: Latest; readonly record: ConsentRecord }> => {
    const latest = await records.latest(place);
    const record = latest.record();
    const need = (): Need => dutiesOf(purpose, { fields, age, recipient });
    const refusal = refusalOf(record, { purpose, recipient, fields, need, age, agreement });
    if (refusal !== undefined || record === undefined) throw consentError(purpose.id, refusal);
    return { latest, record };
  };

  /** Whether everything that was granted still may pass: a field can have become sensitive since. */
  const allows = (record: ConsentRecord, wanted: Omit<Wanted, "need" | "fields">): boolean => {
    const declared = declaredIn(wanted.purpose);
    const fields = record.granted.filter((field) => declared.has(field));
    const need = (): Need => dutiesOf(wanted.purpose, { ...wanted, fields });
    return refusalOf(record, { ...wanted, fields, need }) === undefined;
  };

  return {
    async grant(purpose, subject, { optional = [], lifetimeMs = DEFAULT_LIFETIME_MS, age } = {}) {
      assertDefined(purpose);
      assertNecessary(purpose);
      // A text from an environment variable would be joined to the time, not added.
      const isTime =
        Number.isSafeInteger(lifetimeMs) && lifetimeMs > 0 && lifetimeMs <= MAX_GRANT_LIFETIME_MS;
      if (!isTime) {
        const rule = "must be more than 0 and at most 15 minutes";
        throw new UsageError("INVALID_OPTION", "grant.lifetimeMs", rule);
      }
      const fields: readonly Field[] = [...purpose.required, ...optional];
      const place = { purposeId: purpose.id, subject: indexOf(checkedSubject(subject)) };
      const none = { recipient: undefined, agreement: undefined };
      const order = registry.begin();
      const { latest, record } = await agreedTo(place, { purpose, fields, age, ...none });
      return registry.issue({
        version: latest.version,
        facts: Object.freeze({ ...place, grantId: newId(), recordId: record.id, recordHash: record.hash }),
        covered: new Set(fields),
        granted: new Set(allows(record, { purpose, age, ...none }) ? record.granted : fields),
        purpose,
        agreement: record.agreement,
        age: age ?? leastAge(record),
        expiresAt: clock.now() + lifetimeMs,
        order,
      });
    },

    // The schema, or its absence, decides at run time which of the two results it is, as the type says.
    collect: createCollect({ registry, clock }) as Grants["collect"],

    async authorize(grant, use) {
      const issued = registry.lookup(grant);
      if (issued === undefined) {
        const message = "this is not a grant of this consent service";
        throw new ConsentError("CONSENT_REQUIRED", { message, fields: use.fields });
      }
      assertCovers(issued, use, clock.now());
      const { facts, purpose, agreement, age } = issued;
      assertStands(issued, await records.latest(facts));
      const recipient = purpose.recipients.find(({ id }) => id === use.recipient);
      if (recipient !== undefined && isAskedApart(purpose, recipient)) {
        const { purposeId, subject } = facts;
        const place = { purposeId, subject, recipient: recipient.id };
        await agreedTo(place, { purpose, recipient, fields: use.fields, age, agreement });
      }
      return facts;
    },

    reconfirm: (facts, use) => assertStillAgreed(records, facts, use),
  };
}

/** Long after a grant has ended: the latest records alone say whether the person still agrees. */
async function assertStillAgreed(
  records: RecordStore,
  { purposeId, subject }: GrantFacts,
  { fields, recipient }: GrantUse,
): Promise<void> {
  const record = (await records.latest({ purposeId, subject })).record();
  const act = (await records.latest({ purposeId, subject, recipient })).record();
  const stillHas = (one: ConsentRecord): boolean => fields.every((field) => one.granted.includes(field));
  const isAgreed = agrees(record) && stillHas(record);
  const isActedOn = isAgreed && agrees(act) && stillHas(act) && act.agreement === record.agreement;
  if (isAgreed && (recipient === OWN_USE || record.recipients.includes(recipient) || isActedOn)) return;
  const isWithdrawn = record?.event === "withdrawn" || act?.event === "withdrawn";
  const message = "the person no longer agrees to this";
  const code = isWithdrawn ? "CONSENT_WITHDRAWN" : "CONSENT_REQUIRED";
  throw new ConsentError(code, { message, fields, purposeId });
}

/** The youngest that the person of a record can be. */
function leastAge({ ageBand, actor }: ConsentRecord): number | undefined {
  if (ageBand === undefined) return actor === "guardian" ? 0 : undefined;
  return { "under-14": 0, "14-17": 14, adult: 18 }[ageBand];
}

function consentError(purposeId: string, refusal: Refusal | undefined): ConsentError {
  // There is a refusal wherever there is no record.
  const { code = "CONSENT_REQUIRED", ...detail } = refusal ?? { message: "there is no record" };
  return new ConsentError(code, { ...detail, purposeId });
}

function assertCovers({ facts, ...issued }: IssuedGrant, use: GrantUse, now: number): void {
  const refuse = (code: ConsentError["code"], message: string, fields = use.fields): never => {
    throw new ConsentError(code, { message, fields, purposeId: facts.purposeId });
  };
  if (!(issued.expiresAt > now)) refuse("CONSENT_EXPIRED", "the grant has expired; ask for a new one");
  const missing = use.fields.filter((field) => !issued.covered.has(field));
  if (missing.length > 0)
    refuse("CONSENT_REQUIRED", `the grant does not cover: ${missing.join(", ")}`, missing);
  const isNamed = issued.purpose.recipients.some(({ id }) => id === use.recipient);
  if (use.recipient !== OWN_USE && !isNamed) {
    refuse("CONSENT_REQUIRED", `the purpose does not name ${use.recipient} as a recipient (PIPL 17, 23)`);
  }
}

/** A grant stands on the latest record of the person: what came after it counts more. */
function assertStands({ facts, version }: IssuedGrant, latest: Latest): void {
  if (latest.version === version) return;
  throw agrees(latest.record())
    ? new ConsentError("CONSENT_EXPIRED", {
        message: "the person has decided anew since this grant; ask for a new one",
        purposeId: facts.purposeId,
      })
    : new ConsentError("CONSENT_WITHDRAWN", {
        message: "the person has withdrawn since this grant",
        purposeId: facts.purposeId,
      });
}
