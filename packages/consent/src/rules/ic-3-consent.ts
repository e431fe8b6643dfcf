/** METHOD 3.1 to 3.3: nothing before consent, nothing after a refusal, nothing past what was agreed to. */
import type { Field } from "@shiming/contract";
import { mayAskAgain } from "../law/may-ask-again.ts";
import type { ProfileSettings } from "../profile.ts";
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import type { EventParts } from "./event-parts.ts";
import { consentOf, instant, needsConsent, timeOf } from "./facts.ts";
import type { ConsentState, Finding, Rule, RuleContext } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";

const NOT_GIVEN = {
  none: "CONSENT_MISSING",
  requested: "CONSENT_MISSING",
  refused: "CONSENT_REFUSED",
  withdrawn: "CONSENT_WITHDRAWN",
  expired: "CONSENT_EXPIRED",
} as const;

const nothingBefore = defineRule("IC-3-1", (event, context) => {
  for (const handling of handlingsOf(event, context)) {
    const finding = beforeConsent(handling, context);
    if (finding !== undefined) return finding;
  }
  return undefined;
});

/** What an event handles: an SDK that starts does so for each of its purposes, a request without fields for none. */
function handlingsOf(
  event: EventOf<"collect" | "permission.request" | "sdk.init" | "network.send">,
  { manifest }: RuleContext,
): readonly EventParts[] {
  if (event.type === "sdk.init" && event.purpose === undefined) {
    const sdk = manifest?.sdks?.find(({ name }) => name === event.sdk);
    return (sdk?.purposes ?? []).map((purpose) => ({ ...event, purpose, fields: sdk?.fields ?? [] }));
  }
  return event.type === "network.send" && (event.fields ?? []).length === 0 ? [] : [event];
}

function beforeConsent(event: EventParts, context: RuleContext): Finding | undefined {
  if (!needsConsent(event, context)) return undefined;
  const { state, at } = consentOf(event, context);
  const purpose = codeName(event.purpose);
  if (state !== "given") {
    return { code: NOT_GIVEN[state], message: `the consent to purpose ${purpose} is: ${state}` };
  }
  return instant(at) <= instant(timeOf(event, context))
    ? undefined
    : { code: "CONSENT_TOO_LATE", message: `the consent to purpose ${purpose} is later than the event` };
}

const refusalKept = defineRule("IC-3-2", (event, context, settings) => {
  if (event.type === "consent.request") return askedAgain(event, context, settings);
  const isRefused = needsConsent(event, context) && consentOf(event, context).state === "refused";
  return isRefused
    ? { code: "CONSENT_REFUSED", message: `purpose ${codeName(event.purpose)} was refused` }
    : undefined;
});

function askedAgain(
  event: EventOf<"consent.request">,
  context: RuleContext,
  profile: ProfileSettings,
): Finding | undefined {
  const { state, lastAskedAt } = consentOf(event, context);
  if (state !== "refused" && state !== "withdrawn") return undefined;
  const answer = mayAskAgain({
    lastAskedAt: instant(lastAskedAt),
    now: instant(timeOf(event, context)),
    startedByPerson: event.trigger === "user-initiated-feature",
    askedForThisStart: event.askedByThisAction ?? 0,
    profile,
  });
  return answer.allowed
    ? undefined
    : { code: answer.code, message: `purpose ${codeName(event.purpose)} was refused and is asked for again` };
}

const withinScope = defineRule("IC-3-3", (event, context) => {
  if (!needsConsent(event, context)) return undefined;
  const consent = consentOf(event, context);
  if (consent.state !== "given") return undefined;
  const beyond = beyondScope(event, consent);
  return beyond === undefined
    ? undefined
    : { code: "SCOPE_EXCEEDED", message: `${beyond} goes past the consent to ${codeName(event.purpose)}` };
});

const PLACES: ReadonlySet<Field> = new Set(["location", "trajectory"]);

function beyondScope(
  event: EventOf<"collect" | "permission.request">,
  { fields = [], permissions = [], precision = "coarse" }: ConsentState,
): string | undefined {
  const asked = event.fields ?? [];
  const moreFields = asked.filter((field) => !fields.includes(field));
  if (moreFields.length > 0) return fieldNames(moreFields);
  const morePermissions = (event.permissions ?? []).filter((permission) => !permissions.includes(permission));
  if (morePermissions.length > 0) return morePermissions.map(codeName).join(", ");
  // A location that does not say how exact it is counts as exact.
  const reads = event.precision ?? (asked.some((field) => PLACES.has(field)) ? "fine" : "coarse");
  return reads === "fine" && precision === "coarse" ? "the precision of the location" : undefined;
}

/** IC-3-1 to IC-3-3. */
export const IC_3_CONSENT_RULES: readonly Rule[] = [nothingBefore, refusalKept, withinScope];
