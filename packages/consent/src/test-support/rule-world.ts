/**
 * A world in which an event is allowed: everything it needs is declared, noticed and agreed to. A scenario changes one
 * part of it.
 */
import type { Field } from "@shiming/contract";
import type { EventOf, RuleEvent } from "../rules/event.ts";
import type {
  Assessment,
  DeclaredFeature,
  DeclaredItem,
  DeclaredPurpose,
  DeclaredRecipient,
  DeclaredRight,
  Manifest,
  Policy,
} from "../rules/manifest.ts";
import type { ConsentState, NoticeState, RuleContext, SubjectState } from "../rules/model.ts";

/** A Monday. */
export const NOW = "2026-06-15T08:00:00Z";
/** When the person was asked and agreed. */
export const AGREED_AT = "2026-06-15T07:00:00Z";
/** When the notice was shown. */
export const NOTICED_AT = "2026-06-15T06:59:00Z";

const RATIONALE = { purposeId: "sign-in", text: "To sign you in", shownAt: NOW };

/** The user starts the sign-in, and these fields are read for it. */
export function collect(
  fields: readonly Field[],
  parts: Partial<Omit<EventOf<"collect">, "type" | "fields">> = {},
): EventOf<"collect"> {
  const started = { purpose: "sign-in", featureId: "sign-in", trigger: "user-initiated-feature" } as const;
  const rationale = { ...RATIONALE, purposeId: parts.purpose ?? started.purpose };
  return { type: "collect", fields, ...started, rationale, foreground: true, ...parts };
}

/** The user starts the sign-in, and these permissions are asked for it. */
export function permission(
  permissions: readonly string[],
  parts: Partial<Omit<EventOf<"permission.request">, "type" | "permissions">> = {},
): EventOf<"permission.request"> {
  const started = { purpose: "sign-in", featureId: "sign-in", trigger: "user-initiated-feature" } as const;
  const rationale = { ...RATIONALE, purposeId: parts.purpose ?? started.purpose };
  return {
    type: "permission.request",
    permissions,
    ...started,
    rationale,
    foreground: true,
    atFunctionStart: true,
    ...parts,
  };
}

/** The sign-in's fields go to somebody else. */
export function share(
  fields: readonly Field[],
  parts: Partial<Omit<EventOf<"share">, "type" | "fields">> = {},
): EventOf<"share"> {
  const recipient = { id: "acme", role: "handler" } as const;
  return { type: "share", fields, purpose: "sign-in", featureId: "sign-in", recipient, ...parts };
}

/** A check of what the app declares, such as in CI. */
export const MANIFEST_CHECK: RuleEvent = { type: "manifest.check" };

/** The parts that a scenario changes; each is laid over the sound one. `consent: null` is no record at all. */
export interface WorldChanges extends Omit<RuleContext, "manifest" | "notice" | "subject" | "consent"> {
  readonly manifest?: Partial<Manifest>;
  readonly policy?: Partial<Policy>;
  readonly purpose?: Partial<DeclaredPurpose>;
  readonly feature?: Partial<DeclaredFeature>;
  /** Every declared row of the event's fields. */
  readonly item?: Partial<DeclaredItem>;
  readonly notice?: Partial<NoticeState>;
  readonly subject?: Partial<SubjectState>;
  readonly consent?: Partial<ConsentState> | null;
}

/** The context in which the event is allowed, with the changes laid over it. */
export function world(event: RuleEvent, changes: WorldChanges = {}): RuleContext {
  const { manifest, policy, purpose, feature, item, notice, subject, consent, ...rest } = changes;
  const declared = soundManifest(event, { policy, purpose, feature, item });
  return {
    appType: "instant-messaging",
    manifest: { ...declared, ...manifest },
    notice: { ...soundNotice(event), ...notice },
    subject: { age: 30, ...subject },
    ...(consent !== null && { consent: () => ({ ...soundConsent(event), ...consent }) }),
    history: { reads: () => 0 },
    now: () => NOW,
    activeFeatures: [event.featureId ?? "sign-in"],
    ...rest,
  };
}

const purposeHash = "purpose-1";
const policyHash = "policy-1";
const purposeOf = (event: RuleEvent): string => event.purpose ?? "sign-in";
const fieldsOf = (event: RuleEvent): readonly Field[] => event.fields ?? [];
const permissionsOf = (event: RuleEvent): readonly string[] =>
  ("permissions" in event ? event.permissions : undefined) ?? [];

function soundConsent(event: RuleEvent): ConsentState {
  return {
    state: "given",
    kind: "separate",
    actor: "subject",
    at: AGREED_AT,
    lastAskedAt: AGREED_AT,
    fields: fieldsOf(event),
    permissions: permissionsOf(event),
    precision: "fine",
    purposeHash,
    policyVersion: "1",
    retentionDays: 30,
    ...(event.recipient && { recipientId: event.recipient.id }),
  };
}

function soundNotice(event: RuleEvent): NoticeState {
  return {
    presentedAt: NOTICED_AT,
    presentation: "full-page",
    policyHash,
    language: "zh-Hans",
    complete: ["N17", "N23", "N30", "N39", "N-FACE", "N-CHILD"],
    recipients: soundRecipients(event),
  };
}

function soundRecipients(event: RuleEvent): readonly DeclaredRecipient[] {
  if (event.recipient === undefined) return [];
  const told = { name: "Acme", contact: "privacy@acme.example", method: "api", fields: fieldsOf(event) };
  return [{ ...event.recipient, ...told, purpose: purposeOf(event) }];
}

type Declared = Pick<WorldChanges, "policy" | "purpose" | "feature" | "item">;

function soundManifest(
  event: RuleEvent,
  changes: { [Part in keyof Declared]: Declared[Part] | undefined },
): Manifest {
  const purpose = { ...soundPurpose(event), ...changes.purpose };
  const items = fieldsOf(event).map((field) => ({ ...soundItem(event, field), ...changes.item }));
  const feature = {
    id: event.featureId ?? "sign-in",
    fields: fieldsOf(event),
    permissions: permissionsOf(event),
    basic: true,
    ...changes.feature,
  };
  return {
    policy: { ...soundPolicy(purpose.id), ...changes.policy },
    purposes: [purpose],
    items,
    features: [feature],
    sdks: [],
    recipients: soundRecipients(event).map((recipient) => ({ ...recipient, contractId: "contract-1" })),
    rights: RIGHTS,
    complaints: { channels: ["mailto:privacy@app.example"], promisedDays: 10 },
    lists: { menuLevel: 2, collected: [], shared: [] },
    assessments: ASSESSED.map((operation) => ({ operation, id: `pia-${operation}`, date: "2026-01-05" })),
    endpoints: ["https://api.app.example"],
    storage: [],
    personalisation: { nonTargetedOption: true, off: "/off", refusePush: "/refuse", deleteTags: "/tags" },
    realName: { serviceKinds: ["instant-messaging"], methods: ["mobile-number", "network-identity"] },
    registrationFields: ["mobile-number"],
  };
}

const ASSESSED: readonly Assessment["operation"][] = [
  "sensitive",
  "automated-decision",
  "entrust",
  "share",
  "publish",
  "cross-border",
  "face",
];

const RIGHTS: readonly DeclaredRight[] = (
  ["access", "correct", "delete", "withdraw", "cancel-account"] as const
).map((right) => ({ right, endpoint: `/rights/${right}`, healthy: true, promisedDays: 10 }));

function soundPolicy(purpose: string): Policy {
  return {
    hash: policyHash,
    version: "1",
    effectiveAt: "2026-01-01T00:00:00Z",
    purposesCovered: [purpose],
    languages: ["zh-Hans", "en"],
    tapsFromMain: 2,
    hasSummary: true,
    handlerName: "App Limited",
    handlerContact: "privacy@app.example",
    afterExpiry: "deleted",
    rightsMethods: "/rights",
    hasChildRules: true,
  };
}

function soundPurpose(event: RuleEvent): DeclaredPurpose {
  return {
    id: purposeOf(event),
    kind: "service",
    summary: "Signs you in",
    basis: "13.1",
    hash: purposeHash,
    textHash: "text-1",
    withdrawal: { path: "/settings/consents", steps: 2, needsStaff: false },
    giveSteps: 2,
  };
}

function soundItem(event: RuleEvent, field: Field): DeclaredItem {
  return {
    purpose: purposeOf(event),
    field,
    method: "typed in",
    initiator: event.initiator ?? "app",
    recipients: event.recipient === undefined ? [] : [event.recipient.id],
    retentionDays: 30,
    necessity: "the service cannot tell you from others without it",
    effect: "others could learn it if it leaked",
  };
}
