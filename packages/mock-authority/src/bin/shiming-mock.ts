#!/usr/bin/env node
import { parseCommandLine, USAGE } from "../command-line.ts";
import { startMockAuthority } from "../node.ts";

const commandLine = parseCommandLine(process.argv.slice(2));

if (commandLine.kind === "help") {
  process.stdout.write(USAGE);
} else if (commandLine.kind === "mistake") {
  process.stderr.write(`${commandLine.message}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    const { url, close } = await startMockAuthority(commandLine);
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void close());
    console.log(JSON.stringify({ url, catalogue: `${url}/_mock/catalogue` }));
  } catch (error) {
    process.stderr.write(`shiming-mock: ${error instanceof Error ? error.message : "could not start"}\n`);
    process.exitCode = 1;
  }
}
