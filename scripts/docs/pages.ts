import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** A text file of the repository, by its path from the root. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Our own files that a glob finds, installed and built ones left out. */
export function pagesOf(glob: string): readonly Page[] {
  return globSync(glob, { cwd: ROOT })
    .filter((path) => !/(?:^|\/)(?:node_modules|dist|\.snippets)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}
