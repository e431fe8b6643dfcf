import { type Profile, type ProfileSettings, settingsOf } from "../profile.ts";
import { ALL_RULES } from "./all-rules.ts";
import type { EventType, RuleEvent } from "./event.ts";
import type { Finding, Rule, RuleContext, Verdict } from "./model.ts";
import { ContextFailure, readableContext } from "./readable-context.ts";

/** What the rules say of an event. */
export interface Evaluation {
  /**
   * Whether the event may happen. Findings of kind `flag` do not stop it, and nothing stops a person's no: a withdrawal
   * or a refusal always takes effect, and the verdicts say what the app owes with it.
   */
  readonly allowed: boolean;
  /** In the order of evaluation: the first that is not a flag is the reason of a denial. */
  readonly verdicts: readonly Verdict[];
}

/** How to evaluate. */
export interface EvaluateOptions {
  /** Default `default`. */
  readonly profile?: Profile | ProfileSettings;
}

/** One row for each event: the type keeps the table whole. */
const EVENT_TYPES: Readonly<Record<EventType, true>> = {
  "app.start": true,
  "app.first-run": true,
  "app.update": true,
  "sdk.init": true,
  "manifest.check": true,
  "ui.probe": true,
  "consent.request": true,
  "consent.decision": true,
  "consent.withdraw": true,
  "permission.request": true,
  "permission.state-change": true,
  collect: true,
  retain: true,
  share: true,
  publish: true,
  "network.send": true,
  "push.targeted": true,
  recommend: true,
  "feature.enable": true,
  "service.offer": true,
  "service.refuse": true,
  "verify.face": true,
  autostart: true,
  "associated-start": true,
  "policy.changed": true,
  "right.request": true,
  "right.completed": true,
  "complaint.received": true,
  "timer.tick": true,
};

/** An event of a type that is not in the table. */
class UnknownEvent extends Error {}

/**
 * Asks every rule about an event before it happens. Never throws on an event or a context: what cannot be evaluated is
 * denied (GF-13), with `STORE_UNAVAILABLE` where the context fails, `EVENT_UNKNOWN` for a type that no rule knows, and
 * `EVENT_INVALID` where the event or the manifest does not have its shape.
 *
 * @throws UsageError `INVALID_OPTION` for a profile that is not known.
 *
 * @example
 * ```ts
 * import { evaluate } from "@shiming/consent/rules";
 *
 * const { allowed, verdicts } = evaluate(
 *   { type: "collect", purpose: "sign-in", featureId: "sign-in", fields: ["mobile-number"] },
 *   { appType: "news", now: () => "2026-06-15T08:00:00Z" },
 * );
 * console.log(allowed, verdicts.map(({ ruleId, code }) => `${ruleId} ${code}`));
 * ```
 */
export function evaluate(event: RuleEvent, context: RuleContext, options: EvaluateOptions = {}): Evaluation {
  const settings = settingsOf(options.profile);
  let isNo = false;
  try {
    isNo = isPersonsNo(event);
    const verdicts = verdictsOn(event, readableContext(context), settings);
    return { allowed: isNo || verdicts.every(({ verdict }) => verdict === "flag"), verdicts };
  } catch (error) {
    return { allowed: isNo, verdicts: [{ ruleId: "GF-13", verdict: "deny", ...unknownReason(error) }] };
  }
}

function verdictsOn(event: RuleEvent, context: RuleContext, settings: ProfileSettings): readonly Verdict[] {
  if (!Object.hasOwn(EVENT_TYPES, event.type)) throw new UnknownEvent();
  return ALL_RULES.filter((rule) => isInForce(rule, settings) && rule.events.includes(event.type))
    .map((rule) => rule.evaluate(event, context, settings))
    .filter((verdict) => verdict !== undefined);
}

/** Why nobody knows what the rules would say. */
function unknownReason(error: unknown): Finding {
  if (error instanceof ContextFailure) {
    return { code: "STORE_UNAVAILABLE", message: "the context could not be read" };
  }
  return error instanceof UnknownEvent
    ? { code: "EVENT_UNKNOWN", message: "no rule knows this type of event" }
    : { code: "EVENT_INVALID", message: "the event or the manifest does not have its shape" };
}

function isInForce(rule: Rule, { draftRules }: ProfileSettings): boolean {
  return rule.force !== "draft-not-in-force" || draftRules;
}

function isPersonsNo(event: RuleEvent): boolean {
  return (
    event.type === "consent.withdraw" || (event.type === "consent.decision" && event.choice === "refuse")
  );
}
