import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { killLoop, type Round } from "./kill-loop.ts";

const folder = mkdtempSync(join(tmpdir(), "shiming-kill-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a consent ledger whose writer is killed with SIGKILL again and again", () => {
  it("keeps every acknowledged record and withdrawal, and one chain that holds", async () => {
    const rounds: Round[] = [];
    for await (const round of killLoop({ path: join(folder, "ledger.db"), rounds: 5, seed: 7 }))
      rounds.push(round);

    expect(rounds).toHaveLength(5);
    expect(rounds.flatMap(({ missing }) => missing.recorded)).toEqual([]);
    expect(rounds.flatMap(({ missing }) => missing.withdrawn)).toEqual([]);
    expect(rounds.map(({ verdict }) => verdict.ok)).toEqual([true, true, true, true, true]);
    const sum = (part: "recorded" | "withdrawn") => rounds.reduce((total, round) => total + round[part], 0);
    const last = rounds.at(-1)?.verdict;
    expect(sum("recorded")).toBeGreaterThan(5);
    expect(sum("withdrawn")).toBeGreaterThan(0);
    expect(last?.ok && last.records).toBeGreaterThanOrEqual(sum("recorded") + sum("withdrawn"));
  }, 60_000);
});
