import type { ConsentKind, Need, NeededAct } from "./need-model.ts";
import type { Duties } from "./rule.ts";
import type { RuleId } from "./rule-id.ts";

/** A rule that holds, with what it asks for. */
export interface Fired {
  readonly id: RuleId;
  readonly duties: Duties;
}

const STRICTNESS: readonly ConsentKind[] = ["none", "general", "separate", "written"];

/** Whether a consent of one kind does where another is needed. */
export function isAtLeast(kind: ConsentKind, needed: ConsentKind): boolean {
  return STRICTNESS.indexOf(kind) >= STRICTNESS.indexOf(needed);
}

/** Lists of all rules become one without doubles. */
function union<Item>(fired: readonly Fired[], part: (duties: Duties) => readonly Item[] | undefined): Item[] {
  return [...new Set(fired.flatMap(({ duties }) => part(duties) ?? []))];
}

/** One entry for each act and recipient, in the strictest kind that a rule asks for. */
function combineActs(fired: readonly Fired[]): readonly NeededAct[] {
  const strictest = new Map<string, NeededAct>();
  for (const { id, duties } of fired) {
    for (const act of duties.acts ?? []) {
      const key = JSON.stringify([act.act, act.recipientId]);
      const known = strictest.get(key);
      if (known === undefined || !isAtLeast(known.kind, act.kind)) strictest.set(key, { ...act, ruleId: id });
    }
  }
  return [...strictest.values()];
}

/**
 * Puts together what several rules ask for: the strictest consent, the guardian before the person, the union of
 * everything else.
 */
export function combine(fired: readonly Fired[]): Need {
  const acts = combineActs(fired);
  const consent = STRICTNESS.findLast((kind) => acts.some((act) => act.kind === kind)) ?? "none";
  const some = (part: "guardian" | "freshConsent" | "impactAssessment"): boolean =>
    fired.some(({ duties }) => duties[part]);
  const actor = some("guardian") ? "guardian" : "subject";
  return {
    consent,
    actor: acts.length === 0 ? "none" : actor,
    acts,
    freshConsent: some("freshConsent"),
    notices: union(fired, ({ notices }) => notices),
    named: union(fired, ({ named }) => named),
    agreements: union(fired, ({ agreements }) => agreements),
    impactAssessment: some("impactAssessment"),
    records: union(fired, ({ records }) => records),
    mechanisms: union(fired, ({ mechanisms }) => mechanisms),
    obligations: union(fired, ({ obligations }) => obligations),
    ruleIds: fired.map(({ id }) => id),
  };
}
