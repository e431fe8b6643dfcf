import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const BIN = fileURLToPath(new URL("shiming-mock.ts", import.meta.url));

function run(...args: string[]) {
  return spawn(process.execPath, ["--conditions=source", BIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("shiming-mock", () => {
  it("prints where it listens, answers, and ends on SIGTERM", async () => {
    const child = run("--port", "0", "--seed", "test");
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    const { url, catalogue } = JSON.parse(line) as { url: string; catalogue: string };
    expect(catalogue).toBe(`${url}/_mock/catalogue`);
    const { wires } = (await (await fetch(catalogue)).json()) as { wires: { id: string }[] };
    expect(wires.map(({ id }) => id)).toEqual(expect.arrayContaining(["tencent", "network-identity"]));
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("explains itself on stderr and exits with 2 for a flag it does not have", async () => {
    const child = run("--prot", "1");
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect(code).toBe(2);
    expect(stderr).toContain("Usage: shiming-mock");
  });
});
