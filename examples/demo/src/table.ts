import type { Locale, LocalizedText } from "@shiming/consent";
import { yuan } from "./prices.ts";
import type { Ran } from "./run-step.ts";

const HEAD: readonly LocalizedText[] = [
  { en: "step", zh: "步骤" },
  { en: "asked", zh: "服务方" },
  { en: "status", zh: "结果" },
  { en: "CNY", zh: "费用（元）" },
  { en: "sent", zh: "发送的字段" },
  { en: "blocked", zh: "拦截的字段" },
  { en: "receipt", zh: "凭证" },
  { en: "ms", zh: "毫秒" },
];

/** Short words for what the demo shows; anything else shows its own name. */
const WORDS: Readonly<Record<string, LocalizedText>> = {
  name: { en: "name", zh: "姓名" },
  "id-document-number": { en: "ID", zh: "身份证号" },
  "mobile-number": { en: "phone", zh: "手机号" },
  "credit-code": { en: "code", zh: "信用代码" },
  "entity-name": { en: "company", zh: "企业名称" },
  "network-identity-credential": { en: "credential", zh: "网证" },
  contacts: { en: "contacts", zh: "通讯录" },
  photos: { en: "photos", zh: "相册" },
  local: { en: "(nobody)", zh: "（无）" },
  match: { en: "match", zh: "一致" },
  mismatch: { en: "mismatch", zh: "不一致" },
  "no-record": { en: "no record", zh: "无记录" },
  invalid: { en: "invalid", zh: "无效" },
  CONSENT_REQUIRED: { en: "refused", zh: "拒绝" },
};

const RECEIPT: Readonly<Record<string, LocalizedText>> = {
  true: { en: "valid", zh: "有效" },
  false: { en: "INVALID", zh: "无效" },
  null: { en: "-", zh: "-" },
};

/** The table that a person reads. */
export function renderTable(rows: readonly { title: LocalizedText; ran: Ran }[], locale: Locale): string {
  const say = (word: string): string => WORDS[word]?.[locale] ?? word;
  const cells = rows.map(({ title, ran: { line, costMicros } }) => [
    title[locale],
    say(line.provider),
    say(line.status),
    line.charged === "unknown" ? "?" : yuan(costMicros),
    line.sent.map(say).join(" ") || "-",
    line.blocked.map(say).join(" ") || "-",
    RECEIPT[String(line.receiptValid)]?.[locale] ?? "",
    String(line.ms),
  ]);
  const table = [HEAD.map((head) => head[locale]), ...cells];
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => width(row[column] ?? ""))));
  const lines = table.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [lines[0], widths.map((size) => "-".repeat(size)).join("  "), ...lines.slice(1)].join("\n");
}

function pad(cell: string, size: number): string {
  return cell + " ".repeat(Math.max(0, size - width(cell)));
}

/** Columns in a terminal: Chinese characters and full-width marks take two. */
function width(cell: string): number {
  return cell.length + (cell.match(/[\u2E80-\uFFEF]/g)?.length ?? 0);
}
