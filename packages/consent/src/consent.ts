import { randomUUID } from "node:crypto";
import {
  type Clock,
  ConsentError,
  type ConsentGrant,
  type ConsentGuard,
  type Field,
  type Keys,
  type Store,
  systemClock,
} from "@shiming/contract";
import type { App } from "./app.ts";
import { type CollectedBy, declaredIn, sift } from "./collect.ts";
import { type AskPermission, type MayAskOptions, permissionToAsk } from "./ask-again.ts";
import type { Decision } from "./decision.ts";
import { createDecisions, type WithdrawOptions } from "./record-decisions.ts";
import { createGrantRegistry } from "./grant-registry.ts";
import { createGrants, type GrantOptions } from "./grants.ts";
import { type GuardedSource, guardSource, type SourceOptions } from "./guarded-source.ts";
import type { Locale } from "./localized-text.ts";
import type { Need } from "./law/need-model.ts";
import { createDuties } from "./duties.ts";
import { type Notice, type NoticeOptions, recipientOf, writeNotice } from "./notice.ts";
import { isSamePurpose } from "./purpose-change.ts";
import { assertDefined, type Purpose, type SchemaPart } from "./purpose.ts";
import { unnecessaryFields } from "./unnecessary-fields.ts";
import type { FormSchema } from "./schema/form-schema.ts";
import { checkingIds } from "./record-id.ts";
import { createRecordStore } from "./record-store.ts";
import type { ConsentRecord } from "./record.ts";
import { type SealedForm, sealForm } from "./sealed-form.ts";
import { agrees, refusalOf } from "./standing.ts";
import { checkedSubject } from "./subject.ts";

/** What {@link createConsent} works with. */
export interface ConsentOptions {
  /** The app in whose name people are asked. Made by `defineApp`. */
  readonly app: App;
  /** Where decisions are kept. */
  readonly store: Store;
  /** Signs receipts and makes blind indexes of subjects. Made by `createKeys`. */
  readonly keys: Keys;
  /** Default: the clock of the machine. */
  readonly clock?: Clock;
  /**
   * Makes ids of records and grants: 1 to 64 letters (A to Z), digits, `_` and `-`; any other is refused with a
   * `UsageError` `INVALID_OPTION` by the call that needs it. Default: random UUIDs.
   */
  readonly newId?: () => string;
}

/** Notices, decisions, grants, and the guard that both `collect` and the engine ask. Made by {@link createConsent}. */
export interface Consent extends ConsentGuard {
  /** The text to show before a decision: of a purpose, or of one recipient that people agree to by an act of its own. */
  notice(purpose: Purpose, locale: Locale, options?: NoticeOptions): Notice;
  /** Keeps a decision, a refusal too. Resolved means durable. One act, one purpose. */
  record<R extends Field, O extends Field>(decision: Decision<R, O>): Promise<ConsentRecord>;
  /**
   * A short-lived permission to use what the person granted; rejects with `ConsentError` when they did not.
   *
   * The grant covers the required fields of the purpose and the optional ones named in `options.optional`: these, as its
   * type says, and no others pass `authorize`, also where the person granted more. `collect` goes by everything that the
   * person granted.
   */
  grant<R extends Field, O extends Field, const Chosen extends O = never>(
    purpose: Purpose<R, O>,
    subject: string,
    options?: GrantOptions<Chosen>,
  ): Promise<ConsentGrant<R | NoInfer<Chosen>>>;
  /**
   * Ends a consent; any record of the chain names it. Writes nothing when it is withdrawn already.
   *
   * Once it resolves, no new grant is made, and the grants that are out pass no `authorize`, in whichever process over
   * the same store; they pass no `collect` of this service. The `collect` of another service over the same store lets
   * data through until the grant expires, after 15 minutes at most: where that is too long, ask `authorize`.
   *
   * Rejects with a `UsageError` `HANDLE_UNKNOWN` when no record has this id.
   */
  withdraw(recordId: string, options?: WithdrawOptions): Promise<void>;
  /**
   * Lets the fields of a form through that the person granted, optional ones included whether or not the grant was
   * asked for them, and reports what it dropped. Never refuses the service, and throws nothing of its own; a schema that
   * waits or throws is a `UsageError`.
   *
   * It is synchronous and reads no store: it knows of the decisions and withdrawals that this very service wrote. After
   * a withdrawal through another service over the same store it lets data through until the grant expires, after 15
   * minutes at most; `authorize` refuses them at once.
   */
  collect<R extends Field, O extends Field, V, S extends FormSchema = never>(
    purpose: Purpose<R, O> & Partial<SchemaPart<S>>,
    input: Readonly<Record<string, V>>,
    grant: ConsentGrant,
  ): CollectedBy<S, R | O, V>;
  /**
   * Seals a person's form at the door: what the purpose does not name is left out, and the rest opens only field by
   * field, each for a grant of that very person which covers it at that moment. For data that wait, in a queue or in a
   * job: after a withdrawal they open no more (PIPL 15, 47).
   */
  seal<R extends Field, O extends Field, V>(
    purpose: Purpose<R, O>,
    subject: string,
    input: Readonly<Record<string, V>>,
  ): SealedForm<R | O, V>;
  /** Puts something that yields personal data behind the guard: without a grant it is not even read. */
  source<F extends Field, V>(
    field: F,
    read: () => V | Promise<V>,
    options?: SourceOptions,
  ): GuardedSource<F, V>;
  /**
   * Whether the person may be asked now: not while they agree, and not for 48 hours after a no unless they start the
   * function themselves (NDSR 22(5); GB/T 35273-2020 C.4 b).
   */
  mayAsk(purpose: Purpose, subject: string, options?: MayAskOptions): Promise<AskPermission>;
}

/**
 * The consent service of one app.
 *
 * @example
 * ```ts
 * import { createConsent, defineApp, definePurpose, generateKeys } from "@shiming/consent";
 * import { createMemoryStore } from "@shiming/store-memory";
 *
 * const text = (en: string, zh: string) => ({ en, zh });
 * const app = defineApp({
 *   id: "example.community",
 *   type: "online-community",
 *   name: text("Example community", "示例社区"),
 *   handler: { name: text("Example Ltd", "示例有限公司"), contact: "privacy@example.com" },
 * });
 * const register = definePurpose({
 *   id: "register",
 *   title: text("Open an account", "注册账号"),
 *   why: text("The law asks for a real name.", "法律要求实名。"),
 *   required: ["mobile-number"],
 *   basis: { article: "13.1" },
 *   retention: text("until the account is closed", "至账号注销"),
 * });
 *
 * const consent = createConsent({ app, store: createMemoryStore(), keys: generateKeys() });
 * const notice = consent.notice(register, "zh"); // show notice.text
 * await consent.record({ purpose: register, subject: "account-1", notice, decision: "given" });
 * const grant = await consent.grant(register, "account-1");
 * console.log(grant.purposeId); // register
 * ```
 */
export function createConsent(options: ConsentOptions): Consent {
  const { app, keys, store, newId = randomUUID } = options;
  // A clock that is put back must not bring a grant or a mark of withdrawal back to life.
  const clock = forwardClock(options.clock ?? systemClock);
  const assertNecessary = (purpose: Purpose): void => {
    const fields = unnecessaryFields(purpose, app.necessary);
    if (fields.length === 0) return;
    throw new ConsentError("FIELD_NOT_NECESSARY", {
      message: `a basic function of this type of app may not require: ${fields.join(", ")}`,
      fields,
      purposeId: purpose.id,
    });
  };
  const notice = (purpose: Purpose, locale: Locale, shown: NoticeOptions = {}): Notice => {
    assertDefined(purpose);
    assertNecessary(purpose);
    return writeNotice(app, purpose, { ...shown, locale });
  };
  const records = createRecordStore({ store, appId: app.id, keys, clock });
  const indexOf = (subject: string): string => keys.blindIndex("consent-subject", subject);
  const registry = createGrantRegistry();
  const dutiesOf = createDuties(app);
  const tools = { app, dutiesOf, records, registry, indexOf, clock, newId: checkingIds(newId) };
  const grants = createGrants({ ...tools, assertNecessary });
  return {
    notice,
    ...createDecisions({ ...tools, signer: keys.signer, notice }),
    ...grants,
    seal<R extends Field, O extends Field, V>(
      purpose: Purpose<R, O>,
      subject: string,
      input: Readonly<Record<string, V>>,
    ) {
      assertDefined(purpose);
      const declared = declaredIn(purpose);
      const sifted = sift<R | O, V>(input, (field) => (declared.has(field) ? undefined : "not-in-purpose"));
      const place = { purposeId: purpose.id, subject: indexOf(checkedSubject(subject)) };
      const isOfPurpose = (grant: unknown): boolean => {
        const issued = registry.lookup(grant);
        return issued !== undefined && isSamePurpose(issued.purpose, purpose);
      };
      return sealForm<R | O, V>({ ...place, ...sifted, isOfPurpose, guard: grants });
    },
    source: (field, read, source) => guardSource(field, read, { ...source, guard: grants, clock }),
    async mayAsk(purpose, subject, { startedBy = "app", recipient: id, age } = {}) {
      assertDefined(purpose);
      const recipient = id === undefined ? undefined : recipientOf(purpose, id);
      const place = { purposeId: purpose.id, subject: indexOf(checkedSubject(subject)) };
      const whole = (await records.latest(place)).record();
      const latest =
        recipient && agrees(whole)
          ? (await records.latest({ ...place, recipient: recipient.id })).record()
          : whole;
      const { required: fields } = purpose;
      const need = (): Need => dutiesOf(purpose, { fields, age, recipient });
      const wanted = { purpose, recipient, fields, need, age, agreement: recipient && whole?.agreement };
      const isEnough = refusalOf(latest, wanted) === undefined;
      return permissionToAsk(latest, { isEnough, profile: app.profile, startedBy, now: clock.now() });
    },
  };
}

/** Goes on from where it was when the clock under it is put back. */
function forwardClock(clock: Clock): Clock {
  let last = Number.NEGATIVE_INFINITY;
  let ahead = 0;
  return {
    now() {
      const now = clock.now();
      if (now < last) ahead += last - now;
      last = now;
      return now + ahead;
    },
  };
}
