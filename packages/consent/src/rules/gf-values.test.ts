import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { collect } from "../test-support/rule-world.ts";

describe("GF-15", () => {
  it.each([
    { recipient: { id: "13800000000", role: "handler" } },
    { purpose: "somebody@app.example" },
    { initiator: "sdk:110000190101010001" },
  ] as const)("finds the value in %j", (parts) => {
    expect(codeOf("GF-15", collect(["name"], parts))).toBe("VALUE_IN_EVENT");
  });

  it("has nothing against codes with a number", () => {
    expect(codeOf("GF-15", collect(["name"], { purpose: "sign-in-2026" }))).toBeUndefined();
  });
});
