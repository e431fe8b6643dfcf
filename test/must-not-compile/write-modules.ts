import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What snippets may name, by where it comes from. A name that starts with `type ` is one of a type only. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  "@shiming/consent": [
    "createConsent",
    "createKeys",
    "defineApp",
    "definePurpose",
    "type Decision",
    "type Purpose",
    "type Recipient",
  ],
  "@shiming/contract": [
    "createSealer",
    "fieldsOf",
    "type Capability",
    "type Check",
    "type ConsentGrant",
    "type Field",
    "type FieldsOf",
    "type PhoneCheck",
    "type Provider",
    "type ProviderResult",
    "type Sealed",
    "type SealedCheck",
  ],
  "@shiming/identifiers": [
    "ageOn",
    "creditCode",
    "detect",
    "isWorkingDay",
    "mobileNumber",
    "personName",
    "residentId",
  ],
  shiming: ["createVerifier"],
};

/** A folder in the test package, because there every package of ours can be imported by name. */
const CACHE = join(import.meta.dirname, "../.cache");

/** The modules of some snippets, and the folder that they are in. */
export interface Modules {
  readonly folder: string;
  /** By index of the snippet. */
  readonly files: readonly string[];
}

/**
 * Writes each snippet as a module of its own, with the compiler options of the repository.
 *
 * @param worldNames - the members of `World`
 */
export function writeModules(snippets: readonly string[], worldNames: readonly string[]): Modules {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, "must-not-compile-"));
  const config = { extends: "../../../tsconfig.tests.json", include: ["*.ts"], exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const files = snippets.map((code, index) => {
    const file = join(folder, `snippet-${index}.ts`);
    writeFileSync(file, moduleOf(code, worldNames));
    return file;
  });
  return { folder, files };
}

/** The snippet as a function, after the imports of what it names. */
function moduleOf(code: string, worldNames: readonly string[]): string {
  const text = bare(code);
  const isNamed = (name: string): boolean => asName(name).test(text);
  const imports = Object.entries(IMPORTS).flatMap(([from, names]) => {
    const named = names.filter((name) => isNamed(name.replace("type ", "")));
    return named.length === 0 ? [] : [`import { ${named.join(", ")} } from "${from}";`];
  });
  const members = worldNames.filter(isNamed);
  const parameters = members.length === 0 ? "" : `{ ${members.join(", ")} }: World`;
  return [
    ...(members.length === 0 ? [] : [`import type { World } from "../../must-not-compile/world.ts";`]),
    ...imports,
    "",
    `export async function run(${parameters}): Promise<unknown> {`,
    code,
    "}",
    "",
  ].join("\n");
}

/** Neither a member, as in `check.name`, nor a key, as in `{ name: 1 }`; spreading names it. */
function asName(name: string): RegExp {
  return new RegExp(String.raw`(?<![\w-]|(?<!\.\.)\.)${name}(?![\w-]|\??:)`);
}

/** Without its texts: a word in one names nothing. */
function bare(code: string): string {
  return code.replaceAll(/"[^"]*"/g, '""');
}
