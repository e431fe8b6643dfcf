import type { Locale, LocalizedText } from "@shiming/consent";
import { yuan } from "./prices.ts";
import type { Ran } from "./run-step.ts";

const HEAD: readonly LocalizedText[] = [
  { en: "step", zh: "步骤" },
  { en: "provider", zh: "服务方" },
  { en: "status", zh: "结果" },
  { en: "CNY", zh: "费用（元）" },
  { en: "sent", zh: "发送的字段" },
  { en: "blocked", zh: "拦截的字段" },
  { en: "receipt", zh: "凭证" },
  { en: "ms", zh: "毫秒" },
];

const RECEIPT: Readonly<Record<string, LocalizedText>> = {
  true: { en: "valid", zh: "有效" },
  false: { en: "INVALID", zh: "无效" },
  null: { en: "-", zh: "-" },
};

/** The table that a person reads. */
export function renderTable(rows: readonly { title: LocalizedText; ran: Ran }[], locale: Locale): string {
  const cells = rows.map(({ title, ran: { line, costMicros } }) => [
    title[locale],
    line.provider,
    line.status,
    line.charged === "unknown" ? "?" : yuan(costMicros),
    line.sent.join(" ") || "-",
    line.blocked.join(" ") || "-",
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
