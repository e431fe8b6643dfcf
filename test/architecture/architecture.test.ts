import { describe, expect, it } from "vitest";
import { ARROWS, THIRD_PARTY } from "./arrows.ts";
import { cyclesIn } from "./cycles.ts";
import { importsOf, type Package, packageOf, readPackages, resolveRelative } from "./workspace.ts";

const packages = readPackages();
const ours = new Set(packages.map(({ name }) => name));

const NO_ARROWS = { depend: [], develop: [] };

/** The one place of each independent package where its default clock reads the machine. */
const AMBIENT: ReadonlySet<string> = new Set([
  "packages/contract/src/clock.ts",
  "packages/identifiers/src/today.ts",
  "packages/mock-authority/src/clock.ts",
]);

/** `package -> what it names`, for every import of the package's own (or test) files. */
const namedBy = (one: Package, { tests }: { tests: boolean }): string[] =>
  one.files
    .filter((file) => tests || !file.isTest)
    .flatMap((file) => file.imports.map(packageOf))
    .filter((name) => name !== undefined);

describe("the picture", () => {
  it("has every package of the workspace, and no other", () => {
    expect([...ours].toSorted()).toEqual(Object.keys(ARROWS).toSorted());
  });

  it("has no cycle, also through what tests need", () => {
    const graph = new Map(
      packages.map((one) => [one.name, one.dependencies.filter((name) => ours.has(name))]),
    );

    expect(cyclesIn(graph)).toEqual([]);
  });
});

describe.each(packages)("$name", (one) => {
  const { depend, develop } = ARROWS[one.name] ?? NO_ARROWS;

  it("declares no package of ours against the arrows", () => {
    expect(one.dependencies.filter((name) => ours.has(name) && !depend.includes(name))).toEqual([]);
    expect(
      one.devDependencies.filter((name) => ours.has(name) && ![...depend, ...develop].includes(name)),
    ).toEqual([]);
  });

  it("imports no package of ours against the arrows", () => {
    const allowed = new Set([...depend, one.name]);

    expect(namedBy(one, { tests: false }).filter((name) => ours.has(name) && !allowed.has(name))).toEqual([]);
  });

  it("lets its tests import only what they may", () => {
    const allowed = new Set([...depend, ...develop, one.name]);

    expect(namedBy(one, { tests: true }).filter((name) => ours.has(name) && !allowed.has(name))).toEqual([]);
  });

  it("loads only the third-party packages that were decided on", () => {
    const allowed = THIRD_PARTY[one.name] ?? [];

    const undecided = (name: string): boolean => !ours.has(name) && !allowed.includes(name);

    expect(one.dependencies.filter(undecided)).toEqual([]);
    expect(namedBy(one, { tests: false }).filter(undecided)).toEqual([]);
  });

  it("never reaches past another package's exports or out of its own folder", () => {
    const subpaths = new Map(packages.map(({ name, subpaths: paths }) => [name, paths]));
    const bad = one.files.flatMap((file) =>
      file.imports.filter((specifier) => {
        if (specifier.startsWith("."))
          return !resolveRelative(file.path, specifier).startsWith(`${one.folder}/`);
        const name = packageOf(specifier);
        const subpath = name === undefined ? "." : `.${specifier.slice(name.length)}`;
        return name !== undefined && ours.has(name) && !subpaths.get(name)?.includes(subpath);
      }),
    );

    expect(bad).toEqual([]);
  });

  it("has no import cycle between its files, type imports counted", () => {
    const graph = new Map(
      one.files.map((file) => [
        file.path,
        file.imports.filter((name) => name.startsWith(".")).map((name) => resolveRelative(file.path, name)),
      ]),
    );

    expect(cyclesIn(graph)).toEqual([]);
  });

  it("keeps every file under the hard limit of 400 lines", () => {
    expect(one.files.filter((file) => file.lines > 400 && !file.path.includes("/generated/"))).toEqual([]);
  });

  it("reaches for no ambient clock, Math.random or environment", () => {
    const ambient = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b/;
    const reaching = one.files
      .filter((file) => !file.isTest && ambient.test(file.code))
      .map(({ path }) => path);

    expect(reaching.filter((path) => !AMBIENT.has(path) && !path.includes("/bin/"))).toEqual([]);
  });

  it("has an index that is a list of names", () => {
    const index = one.files.find((file) => file.path === `${one.folder}/src/index.ts`);

    expect(index?.imports.length).toBeGreaterThan(0);
    // A package may also hand on names of one that it depends on, so that its users need not install both.
    expect(index?.imports.filter((name) => !name.startsWith("./") && !depend.includes(name))).toEqual([]);
    expect(index?.code).not.toMatch(/export \*|export default/);
  });
});

describe("importsOf", () => {
  it("sees every form of import, and no example in a comment", () => {
    const source = [
      'import { a } from "one";',
      'import type { B } from "two";',
      'export { c } from "./three.ts";',
      'import "four";',
      'const five = await import("five/sub");',
      '/** @example import { x } from "not-this"; */',
      '// import { y } from "nor-this";',
      "import {",
      "  d,",
      '} from "six";',
    ].join("\n");

    expect(importsOf(source)).toEqual(["one", "two", "./three.ts", "four", "five/sub", "six"]);
  });
});

describe("cyclesIn", () => {
  it("finds a cycle through three nodes once", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["a"]],
      ["d", ["a"]],
    ]);

    expect(cyclesIn(graph)).toEqual([["a", "b", "c"]]);
  });
});
