import { evaluate } from "../rules/evaluate.ts";
import type { RuleEvent } from "../rules/event.ts";
import type { RuleContext, RuleId } from "../rules/model.ts";

/** The codes with which one rule answers; drafts are on, and nothing else is stricter by that. */
export function findings(ruleId: RuleId, event: RuleEvent, context: RuleContext): readonly string[] {
  const { verdicts } = evaluate(event, context, { profile: "draft" });
  return verdicts.filter((verdict) => verdict.ruleId === ruleId).map(({ code }) => code);
}
