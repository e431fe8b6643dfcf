import { ALL_RULES } from "./all-rules.ts";
import type { EventType } from "./event.ts";
import { RULE_FACTS } from "./generated/rule-facts.ts";
import type { Force, Level, RuleId, VerdictKind } from "./model.ts";

/** What is known of a rule before it is asked. */
export interface RuleEntry {
  readonly id: RuleId;
  readonly title: string;
  /** The clause or other source that it is made from. */
  readonly source: string;
  readonly force: Force;
  readonly level: Level;
  readonly verdict: VerdictKind;
  /** The events that it is asked about. */
  readonly events: readonly EventType[];
}

/**
 * Every rule, in the order in which an event meets them.
 *
 * @example
 * ```ts
 * import { ruleCatalogue } from "@shiming/consent/rules";
 *
 * const binding = ruleCatalogue.filter(({ force }) => force === "binding");
 * console.log(binding.map(({ id, title, source }) => `${id} ${title} (${source})`));
 * ```
 */
export const ruleCatalogue: readonly RuleEntry[] = ALL_RULES.map(({ id, force, level, events }) => {
  const { title, source, verdict } = RULE_FACTS[id];
  return { id, title, source, force, level, verdict, events };
});
