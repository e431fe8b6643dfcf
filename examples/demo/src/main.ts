import { parseArgs } from "node:util";
import type { Locale } from "@shiming/consent";
import { yuan } from "./prices.ts";
import { type Ran, runStep } from "./run-step.ts";
import { type Step, STEPS } from "./steps.ts";
import { renderTable } from "./table.ts";
import { createWorld } from "./world.ts";

const USAGE = "usage: demo [--json] [--lang en|zh]";

const CLOSING = {
  en: (total: string) =>
    `In all ${total} CNY at illustrative prices, had this been the real authority. Nothing left this machine.`,
  zh: (total: string) => `按示例价格合计 ${total} 元（若为真实服务）。全程未离开本机。`,
} as const;

interface Options {
  readonly json: boolean;
  readonly locale: Locale;
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({ options: { json: { type: "boolean" }, lang: { type: "string" } } });
    const { LC_ALL, LC_MESSAGES, LANG } = process.env;
    // POSIX: the first of these that is set and not empty decides.
    const terminal = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "") ?? "";
    const locale = values.lang ?? (terminal.startsWith("zh") ? "zh" : "en");
    return locale === "en" || locale === "zh" ? { json: values.json ?? false, locale } : undefined;
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options === undefined) {
    console.error(USAGE);
    return 2;
  }
  const rows: { step: Step; ran: Ran }[] = [];
  const world = await createWorld();
  try {
    for (const step of STEPS) {
      // Each step looks at what the one before it left behind.
      // oxlint-disable-next-line no-await-in-loop
      const ran = await runStep(world, step);
      rows.push({ step, ran });
      if (options.json) console.log(JSON.stringify(ran.line));
    }
  } finally {
    await world.close();
  }
  if (!options.json) {
    console.log(
      renderTable(
        rows.map(({ step, ran }) => ({ title: step.title, ran })),
        options.locale,
      ),
    );
    console.log(`\n${CLOSING[options.locale](yuan(rows.reduce((sum, { ran }) => sum + ran.costMicros, 0)))}`);
  }
  const surprises = rows.flatMap(({ ran }) => ran.surprises);
  for (const surprise of surprises) console.error(surprise);
  return surprises.length === 0 ? 0 : 1;
}

process.exitCode = await main();
