import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { PROVIDERS, STORES } from "./adapters.ts";

interface Probed {
  /** What was called that could tell who or where somebody is. */
  readonly calls: readonly string[];
  /** The dependencies that were loaded. */
  readonly loaded: readonly string[];
}

/** Runs a host in a process of its own, watched from its first line; it has to end by itself. */
async function probe(host: URL): Promise<Probed> {
  const watcher = new URL("./sensitive-calls.ts", import.meta.url).href;
  const args = [
    "--conditions=source",
    "--disable-warning=ExperimentalWarning",
    "--import",
    watcher,
    fileURLToPath(host),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 });
  // Our own line, written by the host.
  return JSON.parse(stdout) as Probed;
}

const foldersOf = (path: string): readonly string[] =>
  readdirSync(new URL(`../../packages/${path}`, import.meta.url));

describe("a host that starts nothing (GF-01, GF-03, GF-04)", () => {
  it("knows every adapter of the workspace", () => {
    expect(Object.keys(PROVIDERS).toSorted()).toEqual(foldersOf("providers").toSorted());
    expect(Object.keys(STORES).toSorted()).toEqual(foldersOf("stores").toSorted());
  });

  it("reads nothing, sends nothing and leaves nothing running, with the full tree of dependencies", async () => {
    const { calls, loaded } = await probe(new URL("./at-rest.ts", import.meta.url));

    expect(loaded).toEqual(expect.arrayContaining(["jose", "undici", "zod"]));
    expect(calls).toEqual([]);
  }, 90_000);

  it("would be told of a package that asks the machine who it is", async () => {
    const { calls } = await probe(new URL("./touchy.ts", import.meta.url));

    const told = [
      "os.networkInterfaces",
      "fs.readFileSync",
      "wx.getLocation",
      "net.connect",
      "globalThis.setTimeout",
    ];
    expect(calls).toEqual(expect.arrayContaining(told));
  }, 90_000);
});
