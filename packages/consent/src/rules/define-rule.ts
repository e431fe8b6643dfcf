import type { EventType, RuleEvent } from "./event.ts";
import type { Rule, RuleCheck, RuleId } from "./model.ts";
import { RULE_FACTS } from "./generated/rule-facts.ts";

/** The events that the data file gives for a rule. */
type ListedEvents<Id extends RuleId> = (typeof RULE_FACTS)[Id]["events"][number];

/**
 * Makes a rule of its id and its function. Level, force, verdict and events come from the catalogue, so they cannot
 * drift from it.
 *
 * @param also - Further events that the rule is for: some rules are tested at a moment that their list leaves out.
 */
export function defineRule<const Id extends RuleId, Also extends EventType = never>(
  id: Id,
  check: RuleCheck<ListedEvents<Id> | Also>,
  also: readonly Also[] = [],
): Rule {
  type Heard = ListedEvents<Id> | Also;
  const { level, force, verdict, events: listed } = RULE_FACTS[id];
  const events: readonly EventType[] = [...listed, ...also];
  const isHeard = (event: RuleEvent): event is RuleEvent & { readonly type: Heard } =>
    events.includes(event.type);
  return {
    id,
    events,
    level,
    force,
    evaluate(event, context, settings) {
      // The check of the type is what the cast stands on: only a heard event gets here.
      const finding = isHeard(event)
        ? check(event as Parameters<typeof check>[0], context, settings)
        : undefined;
      return finding && { ruleId: id, verdict, ...finding };
    },
  };
}
