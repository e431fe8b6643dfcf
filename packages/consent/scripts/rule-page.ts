import { RULE_TITLES_ZH } from "./rule-titles-zh.ts";
import { type EntryResult, type RuleResult, SOURCE_TEXTS, type SourceGroup } from "./rule-results.ts";
import { ruleSource } from "./rule-source.ts";

export type Language = "en" | "zh";

const TEXTS = {
  en: {
    title: "Collection rules",
    other: "[中文](collection-rules.zh-CN.md)",
    introduction: [
      "Written by `node --conditions=source packages/consent/scripts/report-rules.ts`, which runs every scenario of every rule of `packages/consent/data/collection-rules.json`. The checks of this repository fail when a scenario does not end as it is written, or when this page says something else.",
      "The rules are `evaluate` of `@shiming/consent/rules`. *Verdict* is what a rule answers with: `deny` stops the event, `require` stops it until something exists, `flag` records a finding. *Level* tells who decides: the guard at run time, a check of the manifest, or a person, with helper checks only. Rules of a draft run under profile `draft` and are silent under every other. *Scenarios* are the entries of the data file, by number, told in full at the end of the page; *codes* are what they ended with.",
    ],
    columns: ["rule", "what", "source", "force", "level", "verdict", "scenarios", "codes"],
    scenarios: "Scenarios",
    scenarioColumns: ["scenario", "given", "when", "then", ""],
    totals: "In numbers",
    totalColumns: ["force", "rules", "scenarios", "as written"],
    all: "all",
    forces: {
      "reference-for-enforcement": "reference for enforcement",
      binding: "binding",
      "ministry-notice": "ministry notice",
      "engineering-practice": "engineering practice",
      "draft-not-in-force": "draft, not in force",
    },
    levels: { runtime: "run time", config: "manifest", review: "person" },
  },
  zh: {
    title: "收集使用规则",
    other: "[English](collection-rules.md)",
    introduction: [
      "本页由 `node --conditions=source packages/consent/scripts/report-rules.ts` 生成：脚本逐一执行 `packages/consent/data/collection-rules.json` 中每条规则的每个场景；任一场景的结果与所写不符，或本页与实际不符，本仓库的检查就会失败。",
      "规则由 `@shiming/consent/rules` 的 `evaluate` 执行。“结论”：`deny` 阻止事件，`require` 在所需之物具备之前阻止事件，`flag` 只记录发现。“判定”：运行时由守卫自动判定、依据声明清单检查，或需人工判断（仅作辅助检查）。征求意见稿的规则只在 `draft` 档案下运行，其他档案下不出声。“场景”为数据文件中的条目序号，“代码”为其结果。文末逐条列出场景，用数据文件的英文原文。",
    ],
    columns: ["规则", "内容", "出处", "效力", "判定", "结论", "场景", "代码"],
    scenarios: "场景",
    scenarioColumns: ["场景", "已知", "当", "则", ""],
    totals: "统计",
    totalColumns: ["效力", "规则", "场景", "与所写相符"],
    all: "合计",
    forces: {
      "reference-for-enforcement": "执法参考",
      binding: "现行有效",
      "ministry-notice": "部门通知",
      "engineering-practice": "工程经验",
      "draft-not-in-force": "征求意见稿，未生效",
    },
    levels: { runtime: "运行时", config: "声明清单", review: "人工" },
  },
} as const;

/** The page of results in one language: every rule of the data file, in its order. */
export function rulePage(results: readonly RuleResult[], language: Language): string {
  const { title, other, introduction, totals, scenarios } = TEXTS[language];
  const groups = [...new Set(results.map(({ group }) => group))];
  const sections = groups.flatMap((group) => [
    `## ${group.id} ${groupName(group, language)}`,
    groupTable(
      results.filter((result) => result.group === group),
      language,
    ),
  ]);
  return [
    `# ${title}`,
    other,
    ...introduction,
    `## ${totals}`,
    totalsTable(results, language),
    ...sections,
    `## ${scenarios}`,
    scenarioTable(results, language),
  ]
    .join("\n\n")
    .concat("\n");
}

function groupName({ nameEn, nameZh }: SourceGroup, language: Language): string {
  return language === "en" ? nameEn : nameZh;
}

function groupTable(results: readonly RuleResult[], language: Language): string {
  const { columns, forces, levels } = TEXTS[language];
  const rows = results.map(({ rule, entries }) => [
    rule.id,
    language === "en" ? rule.title : RULE_TITLES_ZH[rule.id],
    ruleSource(rule.source, language, SOURCE_TEXTS),
    forces[rule.force],
    levels[rule.level],
    code(rule.verdict),
    entries.map((entry, index) => `${index + 1} ${mark(entry)}`).join(", "),
    [...new Set(entries.flatMap(({ codes }) => codes))].map(code).join(", "),
  ]);
  return table(columns, rows);
}

/** Every entry of the data file, in its own words. */
function scenarioTable(results: readonly RuleResult[], language: Language): string {
  const rows = results.flatMap(({ rule, entries }) =>
    entries.map((entry, index) => {
      const { given = "", when = "", then = "" } = rule.tests[index] ?? {};
      return [`${rule.id}/${index + 1}`, given, when, then, mark(entry)];
    }),
  );
  return table(TEXTS[language].scenarioColumns, rows);
}

function totalsTable(results: readonly RuleResult[], language: Language): string {
  const { totalColumns, forces, all } = TEXTS[language];
  const kinds = [...new Set(results.map(({ rule }) => rule.force))];
  const rows = kinds.map((kind) =>
    count(
      forces[kind],
      results.filter(({ rule }) => rule.force === kind),
    ),
  );
  return table(totalColumns, [...rows, count(all, results)]);
}

function count(name: string, results: readonly RuleResult[]): readonly string[] {
  const entries = results.flatMap((result) => result.entries);
  return [name, results.length, entries.length, entries.filter(isAsWritten).length].map(String);
}

function isAsWritten({ failure }: EntryResult): boolean {
  return failure === undefined;
}

function mark(entry: EntryResult): string {
  return isAsWritten(entry) ? "✓" : "**✗**";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}
