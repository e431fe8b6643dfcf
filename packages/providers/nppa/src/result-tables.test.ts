import { describe, expect, it } from "vitest";
import { CHECK, NPPA_RESULT_TABLES, QUERY } from "./result-tables.ts";

/** The specification V1.8, table of error codes; the first twelve and 400x are the same for every interface. */
const COMMON = [
  ["1001", "UNAVAILABLE"],
  ["1002", "MISCONFIGURED"],
  ["1003", "MISCONFIGURED"],
  ["1004", "MISCONFIGURED"],
  ["1005", "MISCONFIGURED"],
  ["1006", "THROTTLED"],
  ["1007", "MISCONFIGURED"],
  ["1008", "MISCONFIGURED"],
  ["1009", "MISCONFIGURED"],
  ["1010", "MISCONFIGURED"],
  ["1011", "MISCONFIGURED"],
  ["1012", "REJECTED"],
  ["4001", "UNAVAILABLE"],
  ["4002", "MISCONFIGURED"],
  ["4003", "MISCONFIGURED"],
] as const;

describe("the tables", () => {
  it.each(COMMON)("make of %s %s, in both calls and free", (vendorCode, code) => {
    for (const table of NPPA_RESULT_TABLES) {
      const charge = { charged: "no", basis: `nppa ${table.action} ${vendorCode}` };
      expect(() => table.answer(vendorCode)).toThrow(expect.objectContaining({ code, vendorCode, charge }));
    }
  });

  it("call a number that the authority finds malformed invalid", () => {
    expect(CHECK.answer("2001")).toEqual({
      status: "invalid",
      problems: [{ field: "id-document-number", rule: "REJECTED_BY_AUTHORITY" }],
      charge: { charged: "no", basis: "nppa authentication/check 2001" },
    });
  });

  it("call a quota that is used up worth another try, and an ai that is in use not", () => {
    expect(() => CHECK.answer("2002")).toThrow(
      expect.objectContaining({ code: "DAILY_LIMIT", retryable: true }),
    );
    expect(() => CHECK.answer("2004")).toThrow(
      expect.objectContaining({ code: "REJECTED", retryable: false }),
    );
  });

  it("have nothing that is billed", () => {
    const rows = NPPA_RESULT_TABLES.flatMap((table) => table.rows);
    expect(rows.filter(({ charged }) => charged !== "no")).toEqual([]);
  });

  it("have a row for every code of the specification but those of the behaviour report", () => {
    const codes = new Set([...CHECK.rows, ...QUERY.rows].map(({ code }) => code));
    expect([...codes].filter((code) => code.startsWith("2")).toSorted()).toEqual([
      "2001",
      "2002",
      "2003",
      "2004",
    ]);
    expect(codes.size).toBe(COMMON.length + 4 + 3);
  });
});
