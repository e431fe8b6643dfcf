/**
 * Compiles every TypeScript block of the Markdown files and every `@example` of the sources, and follows every
 * relative link. A promise in the docs is a script in CI.
 *
 * Usage: node scripts/check-docs.ts
 */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface Snippet {
  /** File and line, for the reader of an error. */
  readonly from: string;
  readonly code: string;
}

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Inside the test package, because it depends on every package that a snippet may import. */
const SNIPPETS = join(ROOT, "test/.snippets");

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;
const notInstalled = (path: string): boolean => !/(?:^|\/)(?:node_modules|dist|\.snippets)\//.test(path);

const pages = globSync("{*.md,{docs,packages,examples}/**/*.md}", { cwd: ROOT }).filter(notInstalled);
const sources = globSync("packages/**/src/**/*.ts", { cwd: ROOT }).filter(notInstalled);

function blocksIn(path: string): Snippet[] {
  const text = read(path);
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ 1: code = "", index }) => ({
    from: `${path}:${lineAt(text, index)}`,
    code,
  }));
}

function examplesIn(path: string): Snippet[] {
  const text = read(path);
  return [...text.matchAll(/^ *\* ```ts\n([\s\S]*?)^ *\* ```$/gm)].map(({ 1: code = "", index }) => ({
    from: `${path}:${lineAt(text, index)}`,
    code: code.replaceAll(/^ *\* ?/gm, ""),
  }));
}

function brokenLinks(path: string): string[] {
  const targets = [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
    ([, target = ""]) => target,
  );
  return targets
    .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
    .map((target) => `${path}: the link to ${target} leads nowhere`);
}

function compile(snippets: readonly Snippet[]): string[] {
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

const snippets = [...pages.flatMap(blocksIn), ...sources.flatMap(examplesIn)];
const faults = [...pages.flatMap(brokenLinks), ...compile(snippets)];
for (const fault of faults) console.error(fault);
console.log(
  `docs: ${snippets.length} snippets and the links of ${pages.length} pages checked, ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
