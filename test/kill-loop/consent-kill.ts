import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killLoop } from "./kill-loop.ts";

// node --conditions=source test/kill-loop/consent-kill.ts [--rounds 50] [--seed 1]
// Ends with 0 when every acknowledged record was there after every kill, and the chain held.

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "50" }, seed: { type: "string", default: "1" } },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), "shiming-kill-"));
let round = 0;
let acknowledged = 0;
let records = 0;
let isSound = true;
const options = { path: join(folder, "ledger.db"), rounds: Number(values.rounds), seed: Number(values.seed) };
for await (const { acknowledged: now, lost, verdict } of killLoop(options)) {
  round += 1;
  acknowledged += now;
  if (verdict.ok) ({ records } = verdict);
  const isKept = lost.length === 0 && verdict.ok && records >= acknowledged;
  isSound &&= isKept;
  if (!isKept) say(`round ${round}: lost ${lost.length}, ${JSON.stringify(verdict)}`);
}
rmSync(folder, { recursive: true });
say(
  `${round} kills, ${acknowledged} records acknowledged, ${records} in the ledger: ${isSound ? "all kept" : "BROKEN"}`,
);
process.exitCode = isSound && round > 0 ? 0 : 1;
