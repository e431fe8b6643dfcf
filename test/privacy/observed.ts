import { subscribe, unsubscribe } from "node:diagnostics_channel";

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
  const restore = [process.stdout, process.stderr].map((stream) => tap(stream, output));
  subscribe("undici:request:create", onRequest);
  try {
    await work();
  } finally {
    unsubscribe("undici:request:create", onRequest);
    for (const undo of restore) undo();
  }
  return { output: output.join(""), urls };
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
