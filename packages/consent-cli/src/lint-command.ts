import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "@shiming/contract";
import { checkDeclarations } from "./check/check.ts";
import type { Command, CommandContext } from "./command.ts";
import type { Declaration } from "./declaration.ts";
import { DeclarationError } from "./declaration-error.ts";
import type { Finding } from "./finding.ts";
import { type Format, LINT_USAGE, parseLintArguments } from "./lint-arguments.ts";
import { loadConfig } from "./load-config.ts";
import { toJson } from "./output/json.ts";
import { toReadable } from "./output/readable.ts";
import { toSarif } from "./output/sarif.ts";
import { readDeclaration } from "./read-declaration.ts";
import { readBounded } from "./read-file.ts";

const WRITERS: Readonly<Record<Format, (findings: readonly Finding[]) => string>> = {
  text: toReadable,
  json: toJson,
  sarif: (findings) => `${JSON.stringify(toSarif(findings), undefined, 2)}\n`,
};

/** `shiming-consent lint`: checks the declarations of an app against its purposes. */
export const lintCommand: Command = {
  summary: "check manifests and other declarations against the purposes of the app",
  run: async (context) => {
    const asked = parseLintArguments(context.args);
    if (asked.kind === "help") {
      context.out(LINT_USAGE);
      return 0;
    }
    if (asked.kind === "mistake") {
      context.err(`${asked.message}\n\n${LINT_USAGE}`);
      return 2;
    }
    return lint(context, asked);
  },
};

async function lint(
  context: CommandContext,
  asked: Extract<ReturnType<typeof parseLintArguments>, { kind: "lint" }>,
): Promise<number> {
  try {
    const declarations = await readAll(context, asked.files);
    if (declarations === undefined) return 2;
    const path = resolve(context.cwd, asked.config);
    const config = await loadConfig(path, asked.config);
    const text = await readFile(path, "utf8");
    const { profile = config.app.profile } = asked;
    const configFile = { file: asked.config, text };
    const findings = checkDeclarations({ config, declarations, profile, configFile });
    context.out(WRITERS[asked.format](findings));
    return findings.some(({ level }) => level === "error") ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    context.err(`shiming-consent: ${error.message}\n`);
    return 2;
  }
}

/** Every file, or `undefined` when one cannot be read: each of those is told. */
async function readAll(
  { cwd, err }: CommandContext,
  files: readonly string[],
): Promise<readonly Declaration[] | undefined> {
  const read = await Promise.all(
    files.map(async (file) => {
      try {
        return readDeclaration(file, await readBounded(resolve(cwd, file), file));
      } catch (error) {
        if (error instanceof DeclarationError) return error;
        throw error;
      }
    }),
  );
  const errors = read.filter((one) => one instanceof DeclarationError);
  for (const { message } of errors) err(`shiming-consent: ${message}\n`);
  return errors.length > 0 ? undefined : read.filter((one): one is Declaration => "platform" in one);
}
