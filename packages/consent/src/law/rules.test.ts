import { describe, expect, it } from "vitest";
import { LAW_RULES } from "./rules.ts";

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, "0")}`);

describe("the rules", () => {
  it("are CR-01 to CR-26 and RN-01 to RN-12, each once", () => {
    expect(LAW_RULES.map(({ id }) => id)).toEqual([...numbered("CR", 26), ...numbered("RN", 12)]);
  });

  it("say where they are written", () => {
    expect(LAW_RULES.filter(({ clause }) => clause === "")).toEqual([]);
  });
});
