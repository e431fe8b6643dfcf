import type { Provider } from "@shiming/contract";
import type { ProviderCase } from "../provider/provider-under-test.ts";
import { testProvider } from "../provider/test-provider.ts";
import { PLAIN_SECRET } from "./plain-provider.ts";
import { runSuite } from "./run-suite.ts";

export type ProviderClass = new (baseUrl: string, options: { timeoutMs: number }) => Provider;

interface Trial {
  readonly Tested: ProviderClass;
  /** Of the plain authority. */
  readonly baseUrl: string;
  readonly cases: readonly ProviderCase[];
  /** Only the tests whose titles contain one of these. Default: all. */
  readonly only?: readonly string[];
}

/** Runs the suite on a provider, and gives the titles of the tests that fail. */
export async function failuresOf({ Tested, baseUrl, cases, only }: Trial): Promise<readonly string[]> {
  const suite = {
    name: "plain",
    create: (url: string, options: { timeoutMs: number }) => new Tested(url, options),
    baseUrl: () => baseUrl,
    secrets: [PLAIN_SECRET],
    cases,
  };
  const reports = await runSuite((runner) => testProvider(runner, suite), only);
  return reports.filter(({ error }) => error !== undefined).map(({ title }) => title);
}
