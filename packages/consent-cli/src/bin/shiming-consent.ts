#!/usr/bin/env node
import { runCommand } from "../commands.ts";

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`shiming-consent: ${error instanceof Error ? error.message : "failed"}\n`);
  process.exitCode = 2;
}
