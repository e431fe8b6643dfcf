import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Declaration } from "../declaration.ts";
import { readDeclaration } from "../read-declaration.ts";

/** Absolute path of a file of this folder. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** What a file of this folder declares, under its bare name. */
export function fixture(name: string): Declaration {
  return readDeclaration(basename(name), readFileSync(fixturePath(name)));
}
