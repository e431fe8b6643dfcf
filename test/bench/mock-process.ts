import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A mock authority in a process of its own, so that client and server do not share a thread. */
export interface MockProcess {
  readonly url: string;
  readonly credentials: Readonly<Record<string, string>>;
  close(): void;
}

const BIN = fileURLToPath(new URL("../../packages/mock-authority/src/bin/shiming-mock.ts", import.meta.url));

export async function startMockProcess(): Promise<MockProcess> {
  const child = spawn(process.execPath, ["--conditions=source", BIN, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((ready, failed) => {
    child.once("exit", () => failed(new Error("the mock authority did not start")));
    createInterface(child.stdout).once("line", (line) => {
      // One JSON line, as its help says.
      const { url: started } = JSON.parse(line) as { url: string };
      ready(started);
    });
  });
  const response = await fetch(`${url}/_mock/catalogue`);
  // The mock of this very workspace.
  const { wires } = (await response.json()) as {
    wires: { id: string; credentials: Record<string, string> }[];
  };
  return {
    url,
    credentials: wires.find(({ id }) => id === "tencent")?.credentials ?? {},
    close: () => child.kill(),
  };
}
