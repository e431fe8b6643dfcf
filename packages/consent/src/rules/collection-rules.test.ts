import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { ALL_SCENARIOS } from "../test-support/scenarios/all.ts";
import { codesNamed, hear } from "../test-support/scenario.ts";
import { ALL_RULES } from "./all-rules.ts";
import { evaluate } from "./evaluate.ts";
import { RULE_FACTS } from "./generated/rule-facts.ts";
import type { Force, Level, RuleId, VerdictKind } from "./model.ts";

interface Entry {
  readonly given: string;
  readonly when: string;
  readonly then: string;
}

interface SourceRule {
  readonly id: RuleId;
  readonly force: Force;
  readonly level: Level;
  readonly verdict: VerdictKind;
  readonly tests: readonly Entry[];
}

// The data file is the package's own; the tests below are its check.
const { rules } = JSON.parse(
  readFileSync(new URL("../../data/collection-rules.json", import.meta.url), "utf8"),
) as { readonly rules: readonly SourceRule[] };

const entries = rules.flatMap((rule) =>
  rule.tests.map((entry, index) => ({ rule, entry, key: `${rule.id}/${index + 1}` as const })),
);

describe("the rules", () => {
  test("are those of the data file, each once", () => {
    expect(ALL_RULES.map(({ id }) => id).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
    expect(rules).toHaveLength(77);
  });

  test("are told by the catalogue as the data file tells them", () => {
    for (const rule of rules) expect(rule).toMatchObject(RULE_FACTS[rule.id]);
  });

  test("have one function for each entry of the data file, and no other", () => {
    expect(Object.keys(ALL_SCENARIOS).toSorted()).toEqual(entries.map(({ key }) => key).toSorted());
  });
});

/** What went wrong with an entry; nothing where it ended as written. */
async function failureOf({ rule, entry, key }: (typeof entries)[number]): Promise<string | undefined> {
  const scenario = ALL_SCENARIOS[key];
  if (scenario === undefined) return "has no function";
  try {
    const { codes } = await hear(rule.id, scenario);
    return codesNamed(entry.then).find((code) => !codes.has(code));
  } catch (error) {
    return String(error);
  }
}

test.each(entries)("$key: given $entry.given, when $entry.when, then $entry.then", async (entry) => {
  expect(await failureOf(entry)).toBeUndefined();
});

test.each(ALL_RULES)("$id is needed: without it a scenario of its own fails", async (rule) => {
  const silenced = vi.spyOn(rule, "evaluate").mockReturnValue(undefined);
  const failures = await Promise.all(entries.filter((one) => one.rule.id === rule.id).map(failureOf));
  silenced.mockRestore();
  expect(failures.some((failure) => failure !== undefined)).toBe(true);
});

const isDraft = (id: RuleId): boolean => RULE_FACTS[id].force === "draft-not-in-force";

describe("the rules of a draft", () => {
  test.each(entries.filter(({ rule }) => isDraft(rule.id)))("$key is silent by default", async (one) => {
    const scenario = ALL_SCENARIOS[one.key] ?? (() => undefined);
    const { evaluated, verdicts } = await hear(one.rule.id, scenario);
    expect(verdicts.some(({ ruleId }) => isDraft(ruleId))).toBe(true);
    for (const [event, context] of evaluated) {
      for (const profile of ["default", "cautious"] as const) {
        const found = evaluate(event, context, { profile }).verdicts;
        expect(found.filter(({ ruleId }) => isDraft(ruleId))).toEqual([]);
      }
    }
  });
});
