import { readFileSync } from "node:fs";
import type { Force, Level, RuleId, VerdictKind } from "../src/rules/model.ts";
import { ALL_SCENARIOS } from "../src/test-support/scenarios/all.ts";
import { codesNamed, hear } from "../src/test-support/scenario.ts";

/** One rule of the data file, as far as the report needs it. */
export interface SourceRule {
  readonly id: RuleId;
  readonly group: string;
  readonly title: string;
  readonly source: string;
  readonly force: Force;
  readonly level: Level;
  readonly verdict: VerdictKind;
  readonly tests: readonly { readonly given: string; readonly when: string; readonly then: string }[];
}

/** One group of rules. */
export interface SourceGroup {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** One law, standard or notice of the data file. */
export interface SourceText {
  readonly id: string;
  readonly nameZh: string;
}

/** What came of the scenarios of a rule. */
export interface RuleResult {
  readonly rule: SourceRule;
  readonly group: SourceGroup;
  /** In the order of the data file. */
  readonly entries: readonly EntryResult[];
}

/** What came of one scenario. */
export interface EntryResult {
  /** Absent where the scenario went as written. */
  readonly failure?: string;
  /** Codes that the rule itself answered with, and those that the entry names. */
  readonly codes: readonly string[];
}

// The data file is the package's own; its shape is checked by the tests of the rules.
const { rules, groups, sources } = JSON.parse(
  readFileSync(new URL("../data/collection-rules.json", import.meta.url), "utf8"),
) as {
  readonly rules: readonly SourceRule[];
  readonly groups: readonly SourceGroup[];
  readonly sources: readonly SourceText[];
};

/** The texts that rules name as their source. */
export const SOURCE_TEXTS: readonly SourceText[] = sources;

/** Runs every entry of every rule: none is left out, whatever its force and level. */
export async function runEveryRule(): Promise<readonly RuleResult[]> {
  const results: RuleResult[] = [];
  for (const rule of rules) {
    const group = groups.find(({ id }) => id === rule.group);
    if (group === undefined) throw new Error(`${rule.id} has no group`);
    const entries: EntryResult[] = [];
    // One after the other: a scenario may watch what the whole process does.
    for (const [index, { then }] of rule.tests.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      entries.push(await runEntry(rule.id, index + 1, then));
    }
    results.push({ rule, group, entries });
  }
  return results;
}

async function runEntry(id: RuleId, number: number, then: string): Promise<EntryResult> {
  const scenario = ALL_SCENARIOS[`${id}/${number}`];
  if (scenario === undefined) return { failure: "has no function", codes: [] };
  try {
    const { verdicts, codes } = await hear(id, scenario);
    const named = codesNamed(then);
    const missing = named.filter((code) => !codes.has(code));
    const own = verdicts.filter(({ ruleId }) => ruleId === id).map(({ code }) => code);
    const seen = { codes: [...new Set([...named, ...own])] };
    return missing.length === 0 ? seen : { ...seen, failure: `did not answer ${missing.join(", ")}` };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error), codes: [] };
  }
}
