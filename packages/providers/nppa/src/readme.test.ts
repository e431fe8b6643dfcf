import { readFileSync } from "node:fs";
import type { ResultRow } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { ERROR_ROWS } from "./error-rows.ts";
import { NPPA_RESULT_TABLES } from "./result-tables.ts";

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
  const problems = "problems" in row ? row.problems.map(({ field }) => `\`${field}\``) : [];
  return cells([`\`${row.code}\``, `\`${becomes}\` ${problems.join(", ")}`, row.charged, row.meaning]);
}

describe("the README", () => {
  it.each(NPPA_RESULT_TABLES)("has the codes of $action", ({ action, rows }) => {
    const own: readonly ResultRow[] = rows.slice(0, rows.length - ERROR_ROWS.length);

    expect(rowsUnder(action)).toEqual(own.map(told));
  });

  it("has the errors of both", () => {
    expect(rowsUnder("Errors of both")).toEqual(ERROR_ROWS.map(told));
  });
});
