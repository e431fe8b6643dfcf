import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { verifyLedger, type LedgerVerdict } from "@shiming/consent";
import { openSqliteStore } from "@shiming/store-sqlite";
import { APP_ID, jwks } from "./ledger-keys.ts";
import { type Acknowledged, type MissingActs, missingActs, readActs } from "./missing-acts.ts";

/** What {@link killLoop} does. */
export interface KillLoopOptions {
  /** The SQLite file; each round goes on with it. */
  readonly path: string;
  readonly rounds: number;
  /** Decides the moments of the kills. */
  readonly seed: number;
}

/** What came of one kill. */
export interface Round {
  /** Records acknowledged in this round before the kill. */
  readonly recorded: number;
  /** Withdrawals acknowledged in this round before the kill. */
  readonly withdrawn: number;
  /** Acknowledged in any round so far, and not in the log. */
  readonly missing: MissingActs;
  readonly verdict: LedgerVerdict;
}

/**
 * Starts a writer on the file, kills it with SIGKILL while it writes, and looks at what is left; then again, on the same
 * file. Whatever the writer has acknowledged must be there, and the chain must hold.
 */
export async function* killLoop({ path, rounds, seed }: KillLoopOptions): AsyncGenerator<Round> {
  const random = mulberry32(seed);
  const all = { recorded: new Set<string>(), withdrawn: new Set<string>() };
  for (let round = 0; round < rounds; round += 1) {
    const acknowledge = 1 + Math.floor(random() * 60);
    // oxlint-disable-next-line no-await-in-loop -- each round goes on with the file of the one before
    const lines = await writeAndKill(path, { acknowledge, delayMs: random() * 15 });
    const [recorded, withdrawn] = [idsIn(lines, "r"), idsIn(lines, "w")];
    for (const id of recorded) all.recorded.add(id);
    for (const id of withdrawn) all.withdrawn.add(id);
    const counts = { recorded: recorded.length, withdrawn: withdrawn.length };
    // oxlint-disable-next-line no-await-in-loop -- as above
    yield { ...counts, ...(await lookInto(path, all)) };
  }
}

/** What the writer has acknowledged in lines of this kind. */
function idsIn(lines: readonly string[], kind: "r" | "w"): readonly string[] {
  return lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(2));
}

/** Kills the writer some time after its n-th acknowledgement, and gives all its lines. */
async function writeAndKill(
  path: string,
  { acknowledge, delayMs }: { readonly acknowledge: number; readonly delayMs: number },
): Promise<readonly string[]> {
  const writer = spawn(
    process.execPath,
    ["--conditions=source", "--no-warnings", new URL("writer.ts", import.meta.url).pathname, path],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const lines: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    lines.push(line);
    if (lines.length === acknowledge) setTimeout(() => writer.kill("SIGKILL"), delayMs);
  }
  await ended(writer);
  if (writer.signalCode !== "SIGKILL") throw new Error(`the writer ended by itself: ${writer.exitCode}`);
  return lines;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

async function lookInto(path: string, all: Acknowledged): Promise<Pick<Round, "missing" | "verdict">> {
  const store = openSqliteStore({ path });
  try {
    const missing = missingActs(all, await readActs(store, APP_ID));
    return { missing, verdict: await verifyLedger({ store, appId: APP_ID, jwks }) };
  } finally {
    await store.close();
  }
}

/** Random numbers from a seed, so that a failed run can be had again. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
