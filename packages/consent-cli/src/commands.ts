import type { Command, CommandContext } from "./command.ts";

/** The commands of `shiming-consent`, by name. Each is loaded when it is called: what one needs, another does not. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["lint", async () => (await import("./lint-command.ts")).lintCommand],
  ["verify", async () => (await import("./verify-command.ts")).verifyCommand],
]);

/** Runs the command that the first argument names. Resolves with the exit code. */
export async function runCommand(
  [name = "", ...args]: readonly string[],
  world: Omit<CommandContext, "args">,
): Promise<number> {
  const load = COMMANDS.get(name);
  if (load !== undefined) return (await load()).run({ ...world, args });
  const isHelp = name === "--help";
  (isHelp ? world.out : world.err)(await usage());
  return isHelp ? 0 : 2;
}

async function usage(): Promise<string> {
  const lines = await Promise.all(
    [...COMMANDS].map(async ([name, load]) => `  ${name.padEnd(8)}${(await load()).summary}`),
  );
  return [
    "Usage: shiming-consent <command> [options]\n",
    ...lines,
    "\nshiming-consent <command> --help tells its options.\n",
  ].join("\n");
}
