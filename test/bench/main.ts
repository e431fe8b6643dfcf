import { parseArgs } from "node:util";
import { benchConsent } from "./consent.ts";
import { benchEngine } from "./engine.ts";
import { benchIdentifiers } from "./identifiers.ts";
import { type Metric, printMetrics } from "./report.ts";

/**
 * Measures, and says what was measured. Never a test: a figure that misses its target is printed, not failed.
 *
 * Usage: pnpm bench [name] [--json] [--short]
 */
const BENCHES: Readonly<
  Record<string, (options: { readonly short: boolean }) => Promise<readonly Metric[]>>
> = {
  consent: benchConsent,
  engine: benchEngine,
  identifiers: benchIdentifiers,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, short: { type: "boolean", default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
for (const name of names) {
  const bench = BENCHES[name];
  if (bench === undefined) {
    console.error(`no bench is called that; there are: ${Object.keys(BENCHES).join(", ")}`);
    process.exitCode = 2;
    break;
  }
  // One at a time, or they would measure each other.
  // oxlint-disable-next-line no-await-in-loop
  printMetrics(await bench(values), values);
}
