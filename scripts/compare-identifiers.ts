/**
 * Writes docs/reference/identifier-comparison.md and its Chinese sister from the answers of the libraries themselves.
 *
 * Usage: node --conditions=source scripts/compare-identifiers.ts [--check]
 *   --check  writes nothing, and fails where a committed page says something else
 */
import { comparisonPage } from "../test/comparison/page.ts";
import { keepPages } from "./generated-pages.ts";

keepPages({
  "docs/reference/identifier-comparison.md": comparisonPage("en"),
  "docs/reference/identifier-comparison.zh-CN.md": comparisonPage("zh"),
});
