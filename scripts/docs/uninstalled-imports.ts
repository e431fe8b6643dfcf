import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { type Page, ROOT } from "./pages.ts";
import { blocksIn, type Snippet } from "./snippets.ts";

/**
 * What the blocks of a package's README import and its `npm install` lines do not name: the blocks compile here, where
 * every package is installed, and not at a reader who did as the page says. A page without such a line promises nothing.
 */
export function uninstalledImports(page: Page): readonly string[] {
  const installed = installedBy(page.text);
  if (installed.length === 0) return [];
  const known = new Set([...installed, ownName(page.path)]);
  return blocksIn(page).flatMap((block) =>
    importedBy(block)
      .filter((name) => !known.has(name))
      .map((name) => `${block.from}: imports ${name}, which the page does not install`),
  );
}

function installedBy(text: string): readonly string[] {
  return [...text.matchAll(/^npm install (.+)$/gm)]
    .flatMap(([, names = ""]) => names.split(/\s+/))
    .filter((name) => !name.startsWith("-"));
}

/** Packages, without the subpath, each once. */
function importedBy({ code }: Snippet): readonly string[] {
  const specifiers = [...code.matchAll(/(?:from|import)\s*\(?\s*["']([^"'.][^"']*)["']/g)].map(
    ([, specifier = ""]) => specifier,
  );
  const packages = specifiers.filter((specifier) => !isBuiltin(specifier)).map(packageOf);
  return [...new Set(packages)];
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function ownName(path: string): string | undefined {
  const manifest = join(ROOT, dirname(path), "package.json");
  if (!existsSync(manifest)) return undefined;
  // A manifest of this very workspace.
  return (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name;
}
