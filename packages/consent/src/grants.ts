import {
  type Clock,
  ConsentError,
  type ConsentGrant,
  type ConsentGuard,
  type Field,
  type GrantUse,
  UsageError,
} from "@shiming/contract";
import { type Collected, sift } from "./collect.ts";
import { type GrantRegistry, type IssuedGrant, MAX_GRANT_LIFETIME_MS } from "./grant-registry.ts";
import type { Purpose } from "./purpose.ts";
import type { Latest, RecordStore } from "./record-store.ts";
import { type ConsentRecord, purposeHash } from "./record.ts";
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
  ): Promise<ConsentGrant<R | Chosen>>;
  collect<R extends Field, O extends Field, V>(
    purpose: Purpose<R, O>,
    input: Readonly<Record<string, V>>,
    grant: ConsentGrant,
  ): Collected<R | O, V>;
}

const DEFAULT_LIFETIME_MS = 5 * 60_000;

export function createGrants({ records, registry, assertNecessary, indexOf, clock, newId }: Tools): Grants {
  return {
    async grant(purpose, subject, { optional = [], lifetimeMs = DEFAULT_LIFETIME_MS } = {}) {
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
      assertGiven(record, purpose, covered);
      return registry.issue({
        version: latest.version,
        facts: Object.freeze({ ...place, grantId: newId(), recordId: record.id, recordHash: record.hash }),
        covered: new Set(covered),
        granted: new Set(record.granted),
        recipients: new Set(purpose.recipients.map((recipient) => recipient.id)),
        expiresAt: clock.now() + lifetimeMs,
      });
    },

    collect(purpose, input, grant) {
      const issued = registry.lookup(grant);
      const usable =
        issued?.facts.purposeId === purpose.id &&
        issued.expiresAt > clock.now() &&
        !registry.isRevoked(issued);
      const declared: ReadonlySet<Field> = new Set<Field>([...purpose.required, ...purpose.optional]);
      return sift(input, (field) => {
        if (!declared.has(field)) return "not-in-purpose";
        if (!usable) return "no-grant";
        return issued.granted.has(field) ? undefined : "not-granted";
      });
    },

    async authorize(grant, use) {
      const issued = registry.lookup(grant);
      if (issued === undefined) {
        const message = "this is not a grant of this consent service";
        throw new ConsentError("CONSENT_REQUIRED", { message, fields: use.fields });
      }
      assertCovers(issued, use, clock.now());
      assertStands(issued, await records.latest(issued.facts));
      return issued.facts;
    },

    async reconfirm({ purposeId, subject }) {
      const record = (await records.latest({ purposeId, subject })).record();
      if (record?.event === "given") return;
      const message = "the person no longer agrees to this purpose";
      throw new ConsentError(record?.event === "withdrawn" ? "CONSENT_WITHDRAWN" : "CONSENT_REQUIRED", {
        message,
        purposeId,
      });
    },
  };
}

function assertGiven(
  record: ConsentRecord | undefined,
  purpose: Purpose,
  fields: readonly Field[],
): asserts record is ConsentRecord {
  const refuse = (code: ConsentError["code"], message: string, missing: readonly Field[] = fields): never => {
    throw new ConsentError(code, { message, fields: missing, purposeId: purpose.id });
  };
  if (record === undefined)
    return refuse("CONSENT_REQUIRED", "the person has not been asked for this purpose");
  if (record.event === "withdrawn") return refuse("CONSENT_WITHDRAWN", "the person withdrew their consent");
  if (record.event !== "given") return refuse("CONSENT_REQUIRED", "the person refused");
  if (record.purposeHash !== purposeHash(purpose)) {
    return refuse("CONSENT_EXPIRED", "the purpose has changed since the person agreed (PIPL 14)");
  }
  const missing = fields.filter((field) => !record.granted.includes(field));
  if (missing.length > 0)
    refuse("CONSENT_REQUIRED", `the person did not grant: ${missing.join(", ")}`, missing);
}

function assertCovers({ facts, ...issued }: IssuedGrant, use: GrantUse, now: number): void {
  const refuse = (code: ConsentError["code"], message: string, fields = use.fields): never => {
    throw new ConsentError(code, { message, fields, purposeId: facts.purposeId });
  };
  if (issued.expiresAt <= now) refuse("CONSENT_EXPIRED", "the grant has expired; ask for a new one");
  const missing = use.fields.filter((field) => !issued.covered.has(field));
  if (missing.length > 0)
    refuse("CONSENT_REQUIRED", `the grant does not cover: ${missing.join(", ")}`, missing);
  if (!issued.recipients.has(use.recipient)) {
    refuse("CONSENT_REQUIRED", `the purpose does not name ${use.recipient} as a recipient (PIPL 17, 23)`);
  }
}

/** A grant stands on the latest record of the person: what came after it counts more. */
function assertStands({ facts, version }: IssuedGrant, latest: Latest): void {
  if (latest.version === version) return;
  throw latest.record()?.event === "given"
    ? new ConsentError("CONSENT_EXPIRED", {
        message: "the person has decided anew since this grant; ask for a new one",
        purposeId: facts.purposeId,
      })
    : new ConsentError("CONSENT_WITHDRAWN", {
        message: "the person has withdrawn since this grant",
        purposeId: facts.purposeId,
      });
}
