import { describe, expect, it } from "vitest";
import type { Ask } from "../law/ask.ts";
import { decide } from "../law/decide.ts";
import type { Evidence } from "../law/evidence.ts";
import type { RuleId } from "../law/rule-id.ts";
import type { LawRule } from "../law/rule.ts";
import type { NeedOptions } from "../law/situation.ts";
import { evidenceFor } from "./asks.ts";

/** What a rule does, each behaviour with its check. */
type RuleCases = Readonly<Record<string, () => void>>;

/** The cases of some rules. */
export type CasesOf = Partial<Readonly<Record<RuleId, RuleCases>>>;

/** `allowed`, or the code and the rule of the denial. */
export function codeOf(of: Ask, evidence: Evidence, options?: NeedOptions): string {
  const verdict = decide(of, evidence, options);
  return verdict.allowed ? "allowed" : `${verdict.code} ${verdict.ruleId}`;
}

/** The verdict on just the evidence that is asked for, with some of it changed. */
export function withChange(of: Ask, change: Evidence, options?: NeedOptions): string {
  return codeOf(of, { ...evidenceFor(of, options), ...change }, options);
}

/** Runs the cases of a group of rules; fails when a rule has none. */
export function describeRules(rules: readonly LawRule[], cases: CasesOf): void {
  it("have a case each", () => {
    expect(Object.keys(cases).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  describe.each(Object.entries(cases))("%s", (_id, behaviours) => {
    it.each(Object.entries(behaviours))("%s", (_behaviour, check) => {
      expect.hasAssertions();
      check();
    });
  });
}
