import type { Runner } from "../runner.ts";

/** How one test of a suite went. */
export interface TestReport {
  readonly title: string;
  /** What it threw; absent when it passed. */
  readonly error?: unknown;
}

/**
 * Runs a suite without a test runner, one test after the other: the way to see that a suite fails where it should.
 * With `only`, the tests whose titles contain one of these.
 */
export async function runSuite(
  define: (runner: Runner) => void,
  only: readonly string[] = [""],
): Promise<readonly TestReport[]> {
  const tests: { title: string; body: () => Promise<void> }[] = [];
  const groups: string[] = [];
  define({
    describe(name, body) {
      groups.push(name);
      body();
      groups.pop();
    },
    it: (name, body) => tests.push({ title: [...groups, name].join(" "), body }),
  });
  const chosen = tests.filter(({ title }) => only.some((part) => title.includes(part)));
  const reports: TestReport[] = [];
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as a runner does
  for (const test of chosen) reports.push(await report(test));
  return reports;
}

async function report(test: { title: string; body: () => Promise<void> }): Promise<TestReport> {
  try {
    await test.body();
    return { title: test.title };
  } catch (error) {
    return { title: test.title, error };
  }
}
