import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { inspect } from "node:util";

/** What a process lets out while a piece of work runs: its output, and the address of every request it makes. */
export interface Observed {
  readonly output: string;
  readonly urls: readonly string[];
}

/** Runs work and listens at every place where a value could come out beside the request body. */
export async function observe(work: () => Promise<void>): Promise<Observed> {
  const output: string[] = [];
  const urls: string[] = [];
  const onRequest = (message: unknown): void => {
    // The documented message of this channel.
    const { request } = message as { request: { origin: unknown; path: string } };
    urls.push(`${String(request.origin)}${request.path}`);
  };
  const restore = [
    ...[process.stdout, process.stderr].map((stream) => tap(stream, output)),
    ...CONSOLE.map((method) => tapConsole(method, output)),
  ];
  subscribe("undici:request:create", onRequest);
  try {
    await work();
  } finally {
    unsubscribe("undici:request:create", onRequest);
    for (const undo of restore) undo();
  }
  return { output: output.join(""), urls };
}

/** A test runner may have a console of its own, which never reaches the streams. */
const CONSOLE = ["debug", "error", "info", "log", "trace", "warn", "dir", "table"] as const;

function tapConsole(method: (typeof CONSOLE)[number], output: string[]): () => void {
  const original = console[method];
  // oxlint-disable-next-line no-console -- what is written to it is what is looked for
  console[method] = (...args: unknown[]): void => {
    output.push(inspect(args, { depth: 12, showHidden: true }));
  };
  return () => {
    // oxlint-disable-next-line no-console -- as above
    console[method] = original;
  };
}

function tap(stream: NodeJS.WriteStream, output: string[]): () => void {
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array): boolean => {
    output.push(String(chunk));
    return true;
  };
  return () => {
    stream.write = write;
  };
}
