/** What the age of a person changes. */
import { RULE_FACTS } from "./generated/rule-facts.ts";
import type { RuleContext } from "./model.ts";

/** Under 14: everything is sensitive, and a parent or guardian decides (PIPL 28, 31). */
export function isChild(context: RuleContext): boolean {
  return isYoungerThan(RULE_FACTS["EX-02"].params.ageThreshold, context);
}

/** Under 18 (Minors Regulation; Minors Protection Law 2). */
export function isMinor(context: RuleContext): boolean {
  return isYoungerThan(RULE_FACTS["EX-14"].params.ageThreshold, context);
}

/** An unknown age in a service made for children counts as too young; that reading is ours. */
function isYoungerThan(years: number, { subject }: RuleContext): boolean {
  const age = subject?.age ?? "unknown";
  return age === "unknown" ? subject?.childDirected === true : age < years;
}
