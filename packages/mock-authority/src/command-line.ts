import { parseArgs } from "node:util";

/** What the command line asks for. */
export type CommandLine =
  | { readonly kind: "start"; readonly port: number; readonly seed?: string; readonly host?: string }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

/** How to call the command. */
export const USAGE = `Usage: shiming-mock [--port 7700] [--seed S] [--host 127.0.0.1]

  --port  TCP port, 0 for a free one (default 7700)
  --seed  fixes credentials, company numbers, tokens and ids (default shiming)
  --host  address to listen on (default 127.0.0.1)
  --help  this text

Prints one JSON line {"url", "catalogue"} when it is ready.
`;

const DEFAULT_PORT = "7700";

/** Reads the arguments after the command name. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: DEFAULT_PORT },
        seed: { type: "string" },
        host: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    const { port, seed, host, help } = values;
    if (help) return { kind: "help" };
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      return { kind: "mistake", message: "--port must be a number from 0 to 65535" };
    }
    return {
      kind: "start",
      port: Number(port),
      ...(seed !== undefined && { seed }),
      ...(host !== undefined && { host }),
    };
  } catch (error) {
    return {
      kind: "mistake",
      message: error instanceof Error ? error.message : "the arguments cannot be read",
    };
  }
}
