import type { Ask } from "./ask.ts";
import { combine, type Fired } from "./combine.ts";
import type { Need } from "./need-model.ts";
import type { LawRule } from "./rule.ts";
import { LAW_RULES } from "./rules.ts";
import { type NeedOptions, type Situation, situationOf } from "./situation.ts";

/**
 * The duties that an intended handling of personal information brings. Several rules can hold at once: the strictest
 * consent counts, a guardian acts before the person, and everything else adds up. What is not known counts as the stricter
 * case; data of an organisation alone bring no duty.
 *
 * @example
 * ```ts
 * import { need } from "@shiming/consent";
 *
 * const duties = need({
 *   operation: "collect",
 *   purposeId: "real-name",
 *   fields: ["mobile-number"],
 *   basis: "13.3",
 *   legalRef: "网络安全法 26",
 *   age: 30,
 *   realName: { service: "instant-messaging" },
 * });
 * console.log(duties.consent, duties.notices); // none [ 'N17' ]
 * ```
 */
export function need(ask: Ask, options: NeedOptions = {}): Need {
  return needIn(situationOf(ask, options)).need;
}

/** The duties of a situation, with the rules that bring them. */
export function needIn(situation: Situation): {
  readonly need: Need;
  readonly rules: readonly LawRule[];
  readonly fired: readonly Fired[];
} {
  const rules = situation.isPersonal ? LAW_RULES.filter((rule) => rule.when(situation)) : [];
  const fired = rules.map(({ id, duties }) => ({ id, duties: duties?.(situation) ?? {} }));
  return { need: combine(fired), rules, fired };
}
