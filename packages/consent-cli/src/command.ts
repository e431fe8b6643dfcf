/** Where a command finds the world: its arguments, and the two streams. */
export interface CommandContext {
  /** After the name of the command. */
  readonly args: readonly string[];
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** One command of `shiming-consent`. Resolves with the exit code: 0 clean, 1 something found, 2 misuse. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  run(context: CommandContext): Promise<number>;
}
