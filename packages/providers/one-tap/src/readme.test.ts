import { readFileSync } from "node:fs";
import type { ResultRow } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { ONE_TAP_RESULT_TABLES } from "./result-tables.ts";

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
  const problems = "problems" in row ? row.problems.map(({ field }) => field) : [];
  const about = [...fields, ...problems].map((field) => `\`${field}\``).join(", ");
  return cells([`\`${row.code}\``, `\`${becomes}\` ${about}`, row.charged, row.meaning]);
}

describe("the README", () => {
  it.each(ONE_TAP_RESULT_TABLES)("has the codes of $provider $action", ({ provider, action, rows }) => {
    expect(rowsUnder(`${provider} ${action}`)).toEqual(rows.map(told));
  });
});
