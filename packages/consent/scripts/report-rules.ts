/**
 * Runs every scenario of data/collection-rules.json and writes what came of it to docs/reference/collection-rules.md and
 * its Chinese page.
 *
 * Usage: node --conditions=source packages/consent/scripts/report-rules.ts [--check]
 *   --check  writes nothing, and fails where a committed page says something else
 *
 * A scenario that fails, or has no function, fails the process with and without --check.
 */
import { keepPages } from "../../../scripts/generated-pages.ts";
import { type RuleResult, runEveryRule } from "./rule-results.ts";
import { rulePage } from "./rule-page.ts";

const results = await runEveryRule();
keepPages({
  "docs/reference/collection-rules.md": rulePage(results, "en"),
  "docs/reference/collection-rules.zh-CN.md": rulePage(results, "zh"),
});

for (const { rule, entries } of results) {
  entries.forEach(({ failure }, index) => {
    if (failure === undefined) return;
    process.stderr.write(`${rule.id}/${index + 1}: ${failure}\n`);
    process.exitCode = 1;
  });
}

process.stdout.write(`${summary(results)}\n`);

function summary(all: readonly RuleResult[]): string {
  const entries = all.flatMap((result) => result.entries);
  const passed = entries.filter(({ failure }) => failure === undefined).length;
  return `${all.length} rules, ${passed} of ${entries.length} scenarios as written`;
}
