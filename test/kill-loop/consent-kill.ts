import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killLoop } from "./kill-loop.ts";

// node --conditions=source test/kill-loop/consent-kill.ts [--rounds 50] [--seed 1]
// Ends with 0 when every acknowledged record and withdrawal was there after every kill, and the chain held.

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "50" }, seed: { type: "string", default: "1" } },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), "shiming-kill-"));
let round = 0;
const acknowledged = { recorded: 0, withdrawn: 0 };
let records = 0;
let isSound = true;
const options = { path: join(folder, "ledger.db"), rounds: Number(values.rounds), seed: Number(values.seed) };
for await (const { recorded, withdrawn, missing, verdict } of killLoop(options)) {
  round += 1;
  acknowledged.recorded += recorded;
  acknowledged.withdrawn += withdrawn;
  if (verdict.ok) ({ records } = verdict);
  const lost = missing.recorded.length + missing.withdrawn.length;
  const isKept = lost === 0 && verdict.ok && records >= acknowledged.recorded + acknowledged.withdrawn;
  isSound &&= isKept;
  if (!isKept) say(`round ${round}: lost ${lost}, ${JSON.stringify(verdict)}`);
}
rmSync(folder, { recursive: true });
say(
  `${round} kills, ${acknowledged.recorded} records and ${acknowledged.withdrawn} withdrawals acknowledged, ${records} in the ledger: ${isSound ? "all kept" : "BROKEN"}`,
);
process.exitCode = isSound && round > 0 ? 0 : 1;
