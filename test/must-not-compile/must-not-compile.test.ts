import { rmSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MISUSES, RIGHT_USES, UNSEEN_MISUSES } from "./cases.ts";
import { compile, type Diagnostic } from "./compile.ts";
import { objections, runSnippet } from "./run-snippet.ts";
import { createWorld } from "./world.ts";
import { type Modules, writeModules } from "./write-modules.ts";

const all = [...MISUSES, ...UNSEEN_MISUSES, ...RIGHT_USES];
const indexOf = new Map(all.map(({ name }, index) => [name, index]));

let modules: Modules;
let found: ReadonlyMap<string, readonly Diagnostic[]>;

beforeAll(async () => {
  const snippets = all.map(({ code }) => code);
  modules = writeModules(snippets, Object.keys(await createWorld()));
  found = compile(modules.folder);
}, 60_000);
afterAll(() => rmSync(modules.folder, { recursive: true, force: true }));

const fileOf = (name: string): string => modules.files[indexOf.get(name) ?? -1] ?? "";
const errorsIn = (name: string): readonly Diagnostic[] => found.get(basename(fileOf(name))) ?? [];

/** For a title that is not cut short. */
const named = <Case extends { readonly name: string }>(cases: readonly Case[]) =>
  cases.map((one) => [one.name, one] as const);

describe("the collection", () => {
  it("holds at least 100 snippets that must not compile", () => {
    expect(MISUSES.length).toBeGreaterThanOrEqual(100);
  });

  it("gives each snippet a name and a text of its own", () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });

  it("finds nothing wrong outside of the snippets", () => {
    expect([...found.keys()].filter((file) => !file.startsWith("snippet-"))).toEqual([]);
  });
});

describe("does not compile", () => {
  it.each(named(MISUSES))("%s", (name, { error, mentions }) => {
    expect(errorsIn(name)).toEqual([{ code: error, message: expect.stringContaining(mentions) }]);
  });
});

describe("compiles", () => {
  it.each(named([...RIGHT_USES, ...UNSEEN_MISUSES]))("%s", (name) => {
    expect(errorsIn(name)).toEqual([]);
  });
});

describe("is stopped at run time", () => {
  it.each(named([...MISUSES, ...UNSEEN_MISUSES]))("%s", async (name, { atRunTime }) => {
    const end = await runSnippet(fileOf(name));

    expect(objections(end, atRunTime)).toEqual([]);
    expect(end.value).toEqual("gives" in atRunTime ? atRunTime.gives : undefined);
  });
});

describe("works", () => {
  it.each(named(RIGHT_USES))("%s", async (name, { gives }) => {
    const { value, refused } = await runSnippet(fileOf(name));

    expect({ value, refused }).toEqual({ value: gives });
  });
});
