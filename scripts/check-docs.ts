/**
 * Compiles every TypeScript block of the Markdown files and every `@example` of the sources, follows every relative
 * link, and sees that a package's README installs what its blocks import and that every name a package exports has a
 * doc comment. A promise in the docs is a script in CI.
 *
 * Usage: node scripts/check-docs.ts
 */
import { brokenLinks } from "./docs/broken-links.ts";
import { compile } from "./docs/compile.ts";
import { pagesOf } from "./docs/pages.ts";
import { blocksIn, examplesIn, uncompiledBlocks } from "./docs/snippets.ts";
import { undocumentedNames } from "./docs/undocumented-names.ts";
import { uninstalledImports } from "./docs/uninstalled-imports.ts";

const pages = pagesOf("{*.md,{docs,packages,examples}/**/*.md}");
const readmes = pagesOf("packages/**/README.md");
const sources = pagesOf("packages/**/src/**/*.ts");
const indexes = pagesOf("packages/{*,*/*}/src/index.ts");

const snippets = [...pages.flatMap(blocksIn), ...sources.flatMap(examplesIn)];
const faults = [
  ...pages.flatMap(brokenLinks),
  ...pages.flatMap(uncompiledBlocks),
  ...readmes.flatMap(uninstalledImports),
  ...indexes.flatMap(undocumentedNames),
  ...compile(snippets),
];
for (const fault of faults) console.error(fault);
console.log(
  `docs: ${snippets.length} snippets and the links of ${pages.length} pages checked, ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
