import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./pages.ts";
import type { Snippet } from "./snippets.ts";

/** Inside the test package, because it depends on every package that a snippet may import. */
const SNIPPETS = join(ROOT, "test/.snippets");

/** What the compiler has against the snippets, each compiled as a module of its own. */
export function compile(snippets: readonly Snippet[]): readonly string[] {
  rmSync(SNIPPETS, { recursive: true, force: true });
  mkdirSync(SNIPPETS, { recursive: true });
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
  const config = { extends: "../../tsconfig.tests.json", compilerOptions, include: ["*.ts"], exclude: [] };
  writeFileSync(join(SNIPPETS, "tsconfig.json"), JSON.stringify(config));
  snippets.forEach(({ code }, index) => {
    writeFileSync(join(SNIPPETS, `${index}.ts`), `${code}\nexport {};\n`);
  });
  try {
    execFileSync("tsc", ["-p", SNIPPETS, "--pretty", "false"], { encoding: "utf8", stdio: "pipe" });
    return [];
  } catch (error) {
    const output = error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
    return output
      .split("\n")
      .filter(Boolean)
      .map((line) => locate(line, snippets));
  } finally {
    rmSync(SNIPPETS, { recursive: true, force: true });
  }
}

/** Names the page in place of the file that was written for the compiler. */
function locate(line: string, snippets: readonly Snippet[]): string {
  return line.replace(
    /^\S*?(\d+)\.ts\((\d+),\d+\)/,
    (_, index: string, at: string) => `${snippets[Number(index)]?.from}, line ${at} of the block`,
  );
}
