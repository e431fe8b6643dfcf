import { ProviderError } from "@shiming/contract";
import type { ResultRow, ResultTable } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { ONE_TAP_RESULT_TABLES } from "./result-tables.ts";

const cases = ONE_TAP_RESULT_TABLES.flatMap((table) => table.rows.map((row) => ({ table, row })));

/** How a code ends: its outcome or error, and what it cost. */
function endOf(table: ResultTable, code: string): unknown {
  try {
    const { status, charge } = table.answer(code);
    return { ends: status, charge };
  } catch (error) {
    return error instanceof ProviderError ? { ends: error.code, charge: error.charge } : error;
  }
}

const endsAs = (row: ResultRow): string => ("error" in row ? row.error : row.outcome);

describe("every code of every vendor", () => {
  it.each(cases)("$table.provider $table.action $row.code ends as its row says", ({ table, row }) => {
    const basis = `${table.provider} ${table.action} ${row.code}`;
    expect(endOf(table, row.code)).toEqual({ ends: endsAs(row), charge: { charged: row.charged, basis } });
  });

  it("bills nothing but results", () => {
    const billed = cases.filter(({ row }) => row.charged === "yes").map(({ row }) => endsAs(row));
    expect(new Set(billed)).toEqual(new Set(["match", "mismatch"]));
  });
});
