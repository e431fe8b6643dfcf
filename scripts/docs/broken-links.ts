import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Page, ROOT } from "./pages.ts";

/** The relative links of a page that lead nowhere. */
export function brokenLinks({ path, text }: Page): readonly string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
    .map((target) => `${path}: the link to ${target} leads nowhere`);
}
