import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * Writes pages, given as text by path from the root. With `--check` on the command line it writes nothing, names each page
 * that differs, and fails the process.
 */
export function keepPages(pages: Readonly<Record<string, string>>): void {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  for (const [path, text] of Object.entries(pages)) {
    const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
    const isKept = existsSync(file) && readFileSync(file, "utf8") === text;
    if (values.check && !isKept) {
      console.error(`${path} is not what its script writes: run the script without --check`);
      process.exitCode = 1;
    }
    if (values.check || isKept) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}
