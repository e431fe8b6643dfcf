import { readFileSync } from "node:fs";
import type { ResultRow } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { GATEWAY_ROWS } from "./gateway-rows.ts";
import { ALIYUN_RESULT_TABLES } from "./result-tables.ts";
import { SERVER_ROWS } from "./server-rows.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The rows under a heading, as cells: how wide a column is does not matter. */
function rowsUnder(heading: string): readonly string[] {
  const [, section = ""] = readme.split(`### ${heading}\n`);
  const [table = ""] = section.split("\n#", 1);
  const lines = table.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) => cells(line.split("|").slice(1, -1)));
}

const cells = (columns: readonly string[]): string => columns.map((column) => column.trim()).join(" | ");

function told(row: ResultRow): string {
  const becomes = "error" in row ? row.error : row.outcome;
  const fields = "fields" in row && row.fields ? row.fields : [];
  const about = fields.map((field) => `\`${field}\``).join(", ");
  return cells([`\`${row.code}\``, `\`${becomes}\` ${about}`, row.charged, row.meaning]);
}

const SHARED: ReadonlySet<ResultRow> = new Set<ResultRow>([...SERVER_ROWS, ...GATEWAY_ROWS]);

describe("the README", () => {
  it.each(ALIYUN_RESULT_TABLES)("has the codes of $action", ({ action, rows }) => {
    expect(rowsUnder(action)).toEqual(rows.filter((row) => !SHARED.has(row)).map(told));
  });

  it("has the codes of every person check", () => {
    expect(rowsUnder("A person check without a result")).toEqual(SERVER_ROWS.map(told));
  });

  it("has the refusals of the gateway", () => {
    expect(rowsUnder("Refusals of the gateway")).toEqual(GATEWAY_ROWS.map(told));
  });

  it("declares that values of the company checks are in the URL", () => {
    expect(readme).toContain("`urls: declared`");
  });
});
