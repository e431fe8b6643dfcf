import { describe, expectTypeOf, it } from "vitest";
import type { ResultRow } from "./result-row.ts";

describe("a row", () => {
  it("cannot invite another try after a charged call", () => {
    const row = { code: "E", meaning: "down", error: "UNAVAILABLE", charged: "yes" } as const;

    expectTypeOf(row).not.toExtend<ResultRow>();
    expectTypeOf({ ...row, charged: "no" as const }).toExtend<ResultRow>();
  });

  it("says what is wrong with a value it calls invalid", () => {
    const row = { code: "4", meaning: "malformed", outcome: "invalid", charged: "no" } as const;

    expectTypeOf(row).not.toExtend<ResultRow>();
  });
});
