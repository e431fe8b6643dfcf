import { readFileSync } from "node:fs";
import type { ResultRow } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { ERROR_ROWS } from "./error-rows.ts";
import { CHUANGLAN_RESULT_TABLES } from "./result-tables.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The heading under which the results of an action are: those that are the same have one. */
const HEADINGS: Readonly<Record<string, string>> = {
  "id-card-auth": "01 to 04",
  "carriers-two-auth": "01 to 04",
  "carriers-two-auth-md5": "01 to 04",
  "carriers-auth": "01 to 04",
  "carriers-auth-md5": "01 to 04",
  "business-four-auth": "01 to 04",
  carriersAuthSha256: "carriersAuthSha256",
  "carriers-auth-detail": "carriers-auth-detail",
  "carriers-auth-detail-md5": "carriers-auth-detail",
  "carriers-auth-detail-sha256": "carriers-auth-detail",
  twoElementsCheck: "twoElementsCheck and business-three-auth",
  "business-three-auth": "twoElementsCheck and business-three-auth",
};

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

describe("the README", () => {
  it.each(CHUANGLAN_RESULT_TABLES)("has the codes of $action", ({ action, rows }) => {
    const own: readonly ResultRow[] = rows.slice(0, rows.length - ERROR_ROWS.length);

    expect(rowsUnder(HEADINGS[action] ?? action)).toEqual(own.map(told));
    expect(readme).toContain(`\`${action}\``);
  });

  it("has the errors of every action", () => {
    expect(rowsUnder("Errors of every action")).toEqual(ERROR_ROWS.map(told));
  });
});
