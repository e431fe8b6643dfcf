/** Runs the scenarios of the collection rules, inside a test and outside of one. */
import assert from "node:assert/strict";
import type { Profile } from "../profile.ts";
import type { RuleEvent } from "../rules/event.ts";
import { evaluate } from "../rules/evaluate.ts";
import { RULE_FACTS } from "../rules/generated/rule-facts.ts";
import type { RuleContext, RuleId, Verdict } from "../rules/model.ts";

/** What a scenario says its `then` with. Each evaluates, and throws where the answer is another. */
export interface Court {
  /** The event is stopped, and one of the reasons has this code. */
  denied(event: RuleEvent, context: RuleContext, code: string): void;
  /** The rule under test has a finding with this code; it need not stop the event. */
  flagged(event: RuleEvent, context: RuleContext, code: string): void;
  /** The rule under test has nothing against the event; others may. */
  passes(event: RuleEvent, context: RuleContext): void;
  /** No rule stops the event. */
  allowed(event: RuleEvent, context: RuleContext): void;
  /** Tells a code that a real package, and not the rules, answered with. */
  saw(code: string): void;
  /** The same court under another profile. */
  under(profile: Profile): Court;
}

/** One entry of `tests` in data/collection-rules.json. */
export type Scenario = (court: Court) => void | Promise<void>;

/** Scenarios by rule and number of the entry, from 1: `IC-3-2/1`. */
export type Scenarios = Readonly<Partial<Record<`${RuleId}/${number}`, Scenario>>>;

/** What was seen while a scenario ran. */
export interface Hearing {
  /** Reasons and findings of every evaluation, in order. */
  readonly verdicts: Verdict[];
  /** Codes of the verdicts, and those told with `saw`. */
  readonly codes: Set<string>;
  /** What was evaluated. */
  readonly evaluated: (readonly [event: RuleEvent, context: RuleContext])[];
}

/** Runs one scenario: under profile `draft` for a rule of a draft, else under `default`. */
export async function hear(ruleId: RuleId, scenario: Scenario): Promise<Hearing> {
  const hearing: Hearing = { verdicts: [], codes: new Set(), evaluated: [] };
  const isDraft = RULE_FACTS[ruleId].force === "draft-not-in-force";
  await scenario(courtOf({ ruleId, hearing, profile: isDraft ? "draft" : "default" }));
  return hearing;
}

/** The codes that the words of an entry name, such as `denied NOTICE_NOT_SHOWN`. */
export function codesNamed(then: string): readonly string[] {
  return then.match(/\b[A-Z][A-Z_]{3,}\b/g) ?? [];
}

interface Sitting {
  readonly ruleId: RuleId;
  readonly hearing: Hearing;
  readonly profile: Profile;
}

function courtOf(sitting: Sitting): Court {
  const { ruleId, hearing, profile } = sitting;
  const judge = (event: RuleEvent, context: RuleContext): readonly Verdict[] => {
    const { verdicts } = evaluate(event, context, { profile });
    hearing.evaluated.push([event, context]);
    hearing.verdicts.push(...verdicts);
    for (const { code } of verdicts) hearing.codes.add(code);
    return verdicts;
  };
  const isOwn = (verdict: Verdict): boolean => verdict.ruleId === ruleId;
  return {
    denied: (event, context, code) => assertHolds(judge(event, context).filter(stops), code),
    flagged: (event, context, code) => assertHolds(judge(event, context).filter(isOwn), code),
    passes: (event, context) => assertNone(judge(event, context).filter(isOwn)),
    allowed: (event, context) => assertNone(judge(event, context).filter(stops)),
    saw: (code) => void hearing.codes.add(code),
    under: (other) => courtOf({ ...sitting, profile: other }),
  };
}

function stops({ verdict }: Verdict): boolean {
  return verdict !== "flag";
}

function assertHolds(verdicts: readonly Verdict[], code: string): void {
  const codes = verdicts.map((verdict) => verdict.code);
  assert.ok(codes.includes(code), `${code} is not among: ${codes.join(", ") || "nothing"}`);
}

function assertNone(verdicts: readonly Verdict[]): void {
  assert.deepEqual(
    verdicts.map(({ ruleId, code }) => `${ruleId} ${code}`),
    [],
  );
}
