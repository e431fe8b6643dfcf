/**
 * Writes the tables of kinds and findings in the pages about identifiers from the code itself.
 *
 * Usage: node scripts/document-identifiers.ts [--check]
 *   --check  writes nothing, and fails where a committed page says something else
 */
import { readFileSync } from "node:fs";
import { findingCodes } from "../packages/identifiers/src/index.ts";
import { findingMessages } from "../packages/identifiers/src/finding-messages.ts";
import { keepPages } from "./generated-pages.ts";
import { KIND_PAGES } from "./identifier-kinds.ts";

type Language = "en" | "zh";

const HEADS = {
  kinds: {
    en: ["kind", "what", "written", "canonical", "parts", "mask"],
    zh: ["种类", "内容", "写法", "规范形式", "组成", "脱敏"],
  },
  findings: { en: ["code", "severity", "meaning"], zh: ["代码", "级别", "含义"] },
} as const;

const SEVERITIES = {
  en: { error: "error", warning: "warning", "by-mode": "by mode" },
  zh: { error: "错误", warning: "警告", "by-mode": "按模式" },
} as const;

function kinds(language: Language): string {
  const rows = Object.entries(KIND_PAGES).map(([name, { kind, sample, ...texts }]) => {
    const parsed = kind.parse(sample);
    if (!parsed.valid) throw new Error(`the sample of ${name} is not valid`);
    const parts = Object.keys(parsed.parts).map(code).join(", ");
    return [code(name), texts[language], code(sample), code(parsed.value), parts, code(kind.mask(sample))];
  });
  return table(HEADS.kinds[language], rows);
}

function findings(language: Language): string {
  const rows = Object.entries(findingCodes).map(([finding, severity]) => [
    code(finding),
    SEVERITIES[language][severity],
    // Object.entries forgets the key type.
    findingMessages[finding as keyof typeof findingCodes][language],
  ]);
  return table(HEADS.findings[language], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A page with what stands between its markers written anew. */
function renewed(path: string, language: Language): string {
  const page = readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  const tables = { kinds, findings };
  return Object.entries(tables).reduce((text, [name, write]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before = "", rest = ""] = text.split(start);
    const [, after] = rest.split(end);
    if (after === undefined) throw new Error(`${path} has no place for its table of ${name}`);
    return `${before}${start}\n${write(language)}\n${end}${after}`;
  }, page);
}

const pages = {
  "packages/identifiers/README.md": "en",
  "docs/identifiers.md": "en",
  "docs/identifiers.zh-CN.md": "zh",
} as const;
keepPages(
  Object.fromEntries(Object.entries(pages).map(([path, language]) => [path, renewed(path, language)])),
);
