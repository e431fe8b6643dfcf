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
import { ageBandOf } from "./age-band.ts";
import {
  blockedIn,
  type BlockReason,
  type Collected,
  declaredIn,
  sift,
  type CollectedBy,
} from "./collect.ts";
import { type GrantRegistry, type IssuedGrant, MAX_GRANT_LIFETIME_MS } from "./grant-registry.ts";
import { changesSince } from "./purpose-change.ts";
import type { Purpose, SchemaPart } from "./purpose.ts";
import type { FormSchema } from "./schema/form-schema.ts";
import { isAskedApart } from "./recipient.ts";
import type { Latest, RecordStore } from "./record-store.ts";
import type { ConsentRecord } from "./record.ts";
import type { FieldIssue } from "./schema/validated-form.ts";
import { validateFields } from "./schema/validate-fields.ts";
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

const NOTHING: ReadonlySet<Field> = new Set();

export function createGrants({ records, registry, assertNecessary, indexOf, clock, newId }: Tools): Grants {
  return {
    async grant(purpose, subject, { optional = [], lifetimeMs = DEFAULT_LIFETIME_MS, age } = {}) {
      assertNecessary(purpose);
      // A text from an environment variable would be joined to the time, not added.
      if (!(Number.isSafeInteger(lifetimeMs) && lifetimeMs > 0 && lifetimeMs <= MAX_GRANT_LIFETIME_MS)) {
        throw new UsageError(
          "INVALID_OPTION",
          "grant.lifetimeMs",
          "must be more than 0 and at most 15 minutes",
        );
      }
      const place = { purposeId: purpose.id, subject: indexOf(checkedSubject(subject)) };
      const latest = await records.latest(place);
      const record = latest.record();
      const covered: readonly Field[] = [...purpose.required, ...optional];
      assertGiven(record, purpose, { fields: covered, age });
      return registry.issue({
        version: latest.version,
        facts: Object.freeze({ ...place, grantId: newId(), recordId: record.id, recordHash: record.hash }),
        covered: new Set(covered),
        granted: new Set(record.granted),
        recipients: new Map(
          purpose.recipients.map((one) => [one.id, isAskedApart(purpose.basis, one) ? "apart" : "covered"]),
        ),
        expiresAt: clock.now() + lifetimeMs,
      });
    },

    // The schema, or its absence, decides at run time which of the two results it is, as the type says.
    collect: collectWith({ registry, clock }) as Grants["collect"],

    async authorize(grant, use) {
      const issued = registry.lookup(grant);
      if (issued === undefined) {
        const message = "this is not a grant of this consent service";
        throw new ConsentError("CONSENT_REQUIRED", { message, fields: use.fields });
      }
      assertCovers(issued, use, clock.now());
      assertStands(issued, await records.latest(issued.facts));
      if (issued.recipients.get(use.recipient) === "apart") {
        const act = await records.latest({ ...issued.facts, recipient: use.recipient });
        assertAgreedTo(act.record(), issued.facts, use);
      }
      return issued.facts;
    },

    async reconfirm({ purposeId, subject }) {
      const record = (await records.latest({ purposeId, subject })).record();
      if (record?.event === "given" || record?.event === "informed") return;
      const message = "the person no longer agrees to this purpose";
      throw new ConsentError(record?.event === "withdrawn" ? "CONSENT_WITHDRAWN" : "CONSENT_REQUIRED", {
        message,
        purposeId,
      });
    },
  };
}

/** Asks nobody: what the grant and this service know is enough, so that a form can be read while a page is made. */
function collectWith({ registry, clock }: Pick<Tools, "registry" | "clock">) {
  return (
    purpose: Purpose & Partial<SchemaPart<FormSchema>>,
    input: Readonly<Record<string, unknown>>,
    grant: unknown,
  ): Collected<Field, unknown> & { readonly issues?: readonly FieldIssue[] } => {
    const issued = registry.lookup(grant);
    const usable =
      issued?.facts.purposeId === purpose.id && issued.expiresAt > clock.now() && !registry.isRevoked(issued);
    const declared = declaredIn(purpose);
    const reasonToBlock = (field: Field): BlockReason | undefined => {
      if (!declared.has(field)) return "not-in-purpose";
      if (!usable) return "no-grant";
      return issued.granted.has(field) ? undefined : "not-granted";
    };
    if (purpose.schema === undefined) return sift(input, reasonToBlock);
    const passing = usable ? stillDeclared(issued.granted, declared) : NOTHING;
    const { data, issues } = validateFields(purpose.schema(), { form: input, granted: passing });
    return { data, blocked: blockedIn(input, { passing, reasonToBlock }), issues };
  };
}

/** A purpose can have lost a field since the person granted it; mostly it has not. */
function stillDeclared(granted: ReadonlySet<Field>, declared: ReadonlySet<Field>): ReadonlySet<Field> {
  for (const field of granted) {
    if (!declared.has(field)) return new Set([...granted].filter((one) => declared.has(one)));
  }
  return granted;
}

interface Wanted {
  readonly fields: readonly Field[];
  readonly age: number | undefined;
}

type Refusal = readonly [
  code: ConsentError["code"],
  message: string,
  ruleId: string,
  fields?: readonly Field[],
];

function assertGiven(
  record: ConsentRecord | undefined,
  purpose: Purpose,
  wanted: Wanted,
): asserts record is ConsentRecord {
  const refusal = refusalOf(record, purpose, wanted);
  if (refusal === undefined) return;
  const [code, message, ruleId, fields = wanted.fields] = refusal;
  throw new ConsentError(code, { message, fields, purposeId: purpose.id, ruleId });
}

/** The first reason why the record does not allow what is wanted. */
function refusalOf(
  record: ConsentRecord | undefined,
  purpose: Purpose,
  { fields, age }: Wanted,
): Refusal | undefined {
  if (record === undefined)
    return ["CONSENT_REQUIRED", "the person has not been asked for this purpose", "CR-02"];
  if (record.event === "withdrawn")
    return ["CONSENT_WITHDRAWN", "the person withdrew their consent", "CR-18"];
  if (record.event === "refused") return ["CONSENT_REQUIRED", "the person refused", "CR-21"];
  const changed = changesSince(record, purpose);
  if (changed.length > 0) {
    const message = `the purpose has changed since the person agreed: ${changed.join(", ")} (PIPL 14)`;
    return ["CONSENT_EXPIRED", message, "CR-17"];
  }
  const missing = fields.filter((field) => !record.granted.includes(field));
  if (missing.length > 0) {
    return ["CONSENT_REQUIRED", `the person did not grant: ${missing.join(", ")}`, "CR-02", missing];
  }
  return refusalByAge(record, age);
}

/** Who has come of age decides anew (PIPL 31), and nobody under 14 alone. */
function refusalByAge({ actor, ageBand }: ConsentRecord, age: number | undefined): Refusal | undefined {
  if (age === undefined) return undefined;
  const isChild = ageBandOf(age) === "under-14";
  if (isChild && actor !== "guardian")
    return ["GUARDIAN_REQUIRED", "under 14 a parent or guardian decides (PIPL 31)", "CR-05"];
  if (!isChild && ageBand === "under-14")
    return ["CONSENT_EXPIRED", "a guardian decided; from 14 on the person does (PIPL 31)", "CR-06"];
  return undefined;
}

/** PIPL 23, 39: a recipient that decides for itself, or is outside the mainland, by an act of its own. */
function assertAgreedTo(act: ConsentRecord | undefined, { purposeId }: GrantFacts, use: GrantUse): void {
  const ruleId = "CR-07";
  const refuse = (code: ConsentError["code"], message: string): never => {
    throw new ConsentError(code, { message, fields: use.fields, purposeId, ruleId });
  };
  if (act?.event === "withdrawn")
    return refuse("CONSENT_WITHDRAWN", `the person withdrew the consent to ${use.recipient}`);
  if (act?.event !== "given")
    return refuse("CONSENT_REQUIRED", `${use.recipient} needs a separate consent (PIPL 23, 39)`);
  const missing = use.fields.filter((field) => !act.granted.includes(field));
  if (missing.length > 0)
    refuse("CONSENT_REQUIRED", `the consent to ${use.recipient} does not cover: ${missing.join(", ")}`);
}

function assertCovers({ facts, ...issued }: IssuedGrant, use: GrantUse, now: number): void {
  const refuse = (code: ConsentError["code"], message: string, fields = use.fields): never => {
    throw new ConsentError(code, { message, fields, purposeId: facts.purposeId });
  };
  if (issued.expiresAt <= now) refuse("CONSENT_EXPIRED", "the grant has expired; ask for a new one");
  const missing = use.fields.filter((field) => !issued.covered.has(field));
  if (missing.length > 0)
    refuse("CONSENT_REQUIRED", `the grant does not cover: ${missing.join(", ")}`, missing);
  if (use.recipient !== OWN_USE && !issued.recipients.has(use.recipient)) {
    refuse("CONSENT_REQUIRED", `the purpose does not name ${use.recipient} as a recipient (PIPL 17, 23)`);
  }
}

/** A grant stands on the latest record of the person: what came after it counts more. */
function assertStands({ facts, version }: IssuedGrant, latest: Latest): void {
  if (latest.version === version) return;
  const event = latest.record()?.event;
  throw event === "given" || event === "informed"
    ? new ConsentError("CONSENT_EXPIRED", {
        message: "the person has decided anew since this grant; ask for a new one",
        purposeId: facts.purposeId,
      })
    : new ConsentError("CONSENT_WITHDRAWN", {
        message: "the person has withdrawn since this grant",
        purposeId: facts.purposeId,
      });
}
