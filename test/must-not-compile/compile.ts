import { execFileSync } from "node:child_process";
import { basename, join } from "node:path";

const TSC = join(import.meta.dirname, "../../node_modules/.bin/tsc");

/** One error of the compiler. */
export interface Diagnostic {
  readonly code: `TS${string}`;
  /** With the lines that explain it. */
  readonly message: string;
}

/** What the compiler has against a folder of modules, by the name of the file; other files go by their path. */
export function compile(folder: string): ReadonlyMap<string, readonly Diagnostic[]> {
  return parse(outputOf(folder));
}

function outputOf(folder: string): string {
  try {
    return execFileSync(TSC, ["-p", folder, "--noEmit", "--pretty", "false"], {
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    // It ends with 1 or 2 when it has found something, and what it found is in its output; any other end is no answer.
    const status = error instanceof Error && "status" in error ? error.status : undefined;
    if ((status === 1 || status === 2) && error instanceof Error && "stdout" in error)
      return String(error.stdout);
    throw error;
  }
}

/** `file(line,column): error TS1234: message`, and further lines of the message indented below. */
function parse(output: string): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, readonly Diagnostic[]>();
  for (const block of output.split(/\n(?=\S)/).filter(Boolean)) {
    const [, path = "", code = "", message = block] =
      /^(\S+?)\(\d+,\d+\): error TS(\d+): ([^]*)$/.exec(block) ?? [];
    const file = /snippet-\d+\.ts$/.test(path) ? basename(path) : path;
    found.set(file, [...(found.get(file) ?? []), { code: `TS${code}`, message }]);
  }
  return found;
}
