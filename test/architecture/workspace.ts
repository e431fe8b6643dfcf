import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** One package of the workspace, as its files say it is. */
export interface Package {
  readonly name: string;
  readonly folder: string;
  /** What it loads at run time: optional peers of a subpath too. */
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  /** Subpaths that others may import, such as `.` and `./node`. */
  readonly subpaths: readonly string[];
  readonly files: readonly SourceFile[];
}

export interface SourceFile {
  /** From the root of the workspace. */
  readonly path: string;
  readonly isTest: boolean;
  readonly lines: number;
  /** Every module that it names: imports, exports, type imports and dynamic imports. */
  readonly imports: readonly string[];
  /** The text without comments. */
  readonly code: string;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly exports?: Record<string, unknown>;
}

/** Reads the published packages: everything under `packages/` that has a manifest. */
export function readPackages(): readonly Package[] {
  return globSync("packages/{*,*/*}/package.json", { cwd: ROOT }).map((path) => readPackage(dirname(path)));
}

function readPackage(folder: string): Package {
  // A manifest of this workspace.
  const manifest = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")) as Manifest;
  return {
    name: manifest.name,
    folder,
    dependencies: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
    devDependencies: Object.keys(manifest.devDependencies ?? {}),
    subpaths: Object.keys(manifest.exports ?? {}),
    files: globSync("src/**/*.ts", { cwd: join(ROOT, folder) }).map((file) => readSource(join(folder, file))),
  };
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), "utf8");
  const isTest = /\.(?:test|test-d)\.ts$|\/(?:test-support|testing)\//.test(path);
  return {
    path,
    isTest,
    lines: text.split("\n").length - 1,
    imports: importsOf(text),
    code: withoutComments(text),
  };
}

/**
 * The modules that a source names. Comments go first, so that an example in a docstring is not an import; then every
 * form that the language has: `from "x"`, `import "x"`, `import("x")`.
 */
export function importsOf(text: string): readonly string[] {
  const statement =
    /^\s*(?:import|export)\b[^"';]*?\bfrom\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;
  return [...withoutComments(text).matchAll(statement)].map(
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? "",
  );
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
}

/** `@scope/name` or `name` of what a specifier names; undefined for a relative file or a builtin. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith(".") || specifier.startsWith("node:")) return undefined;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** The file behind a relative specifier, from the root of the workspace. */
export function resolveRelative(from: string, specifier: string): string {
  return relative(ROOT, join(ROOT, dirname(from), specifier));
}
