/**
 * Packs every package as npm would get it, looks at each tarball with publint and attw, then installs them all in an
 * empty project and uses them from there: every subpath loads, the declarations compile, the bin runs.
 *
 * Usage: node scripts/check-packages.ts (after `pnpm build`)
 */
import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface Packed {
  readonly name: string;
  readonly tarball: string;
  /** What others may import, such as `shiming` and `@shiming/mock-authority/node`. */
  readonly specifiers: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly exports: Record<string, unknown>;
}

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "shiming-packages-"));

function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const told =
      error instanceof Error && "stdout" in error && "stderr" in error
        ? `${String(error.stdout)}${String(error.stderr)}`
        : "";
    throw new Error(`${command} ${args.join(" ")} failed\n${told}`, { cause: error });
  }
}

function pack(folder: string): Packed {
  // A manifest of this workspace.
  const { name, exports } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")) as Manifest;
  const tarball = join(work, `${name.replace("@", "").replace("/", "-")}.tgz`);
  run("npx", ["-y", "pnpm@12", "pack", "--out", tarball], join(ROOT, folder));
  const subpaths = Object.keys(exports).filter((subpath) => subpath !== "./package.json");
  return { name, tarball, specifiers: subpaths.map((subpath) => name + subpath.slice(1)) };
}

/** An empty project that knows the packages by their tarballs only. */
function consumer(packed: readonly Packed[]): string {
  const files = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  const manifest = { name: "consumer", private: true, type: "module", dependencies: files };
  writeFileSync(join(work, "package.json"), JSON.stringify(manifest));
  // Ours among themselves come from the tarballs too: none of them is published yet.
  const overrides = Object.entries(files).map(([name, file]) => `  "${name}": "${file}"`);
  writeFileSync(join(work, "pnpm-workspace.yaml"), `overrides:\n${overrides.join("\n")}\n`);
  run("npx", ["-y", "pnpm@12", "install", "--prod"], work);
  const specifiers = packed.flatMap((one) => one.specifiers);
  const imports = specifiers.map((specifier, index) => `import * as m${index} from "${specifier}";`);
  const uses = specifiers.map((_, index) => `console.log(Object.keys(m${index}).length > 0);`);
  writeFileSync(join(work, "use.ts"), [...imports, ...uses].join("\n"));
  return work;
}

const folders = globSync("packages/{*,*/*}/package.json", { cwd: ROOT }).map((path) => dirname(path));
try {
  const packed = folders.map(pack);
  for (const { name, tarball } of packed) {
    const shipped = run("tar", ["-tzf", tarball], ROOT).split("\n");
    for (const file of ["package/LICENSE", "package/dist/NOTICE"]) {
      if (!shipped.includes(file)) throw new Error(`${name}: ${file} is not in the tarball`);
    }
    if (shipped.some((file) => file.includes("tsbuildinfo")))
      throw new Error(`${name}: a build cache is shipped`);
    run("publint", ["run", tarball, "--strict"], ROOT);
    run("attw", [tarball, "--profile", "esm-only"], ROOT);
    console.log(`${name}: publint and attw agree`);
  }
  const project = consumer(packed);
  // Without skipLibCheck, as the strictest user would; DOM and Node types are that user's own.
  const types = ["--types", "node", "--typeRoots", join(ROOT, "node_modules/@types")];
  const strict = [
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--module",
    "nodenext",
    "--target",
    "es2024",
  ];
  run("tsc", [...strict, ...types, "use.ts"], project);
  const loaded = run(process.execPath, ["--disable-warning=ExperimentalWarning", "use.ts"], project);
  if (loaded.includes("false")) throw new Error("a subpath exports nothing at run time");
  for (const command of ["shiming-mock", "shiming-consent"])
    run(join(project, "node_modules/.bin", command), ["--help"], project);
  console.log(`packages: ${packed.length} packed, installed and used from outside`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
