import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { share } from "../test-support/rule-world.ts";

const abroad = { id: "head-office", role: "handler", outsideMainland: true } as const;

describe("EX-04", () => {
  it.each([
    { exports: { ordinary: 100_000, sensitive: 0 }, chosen: "standard-contract", code: undefined },
    {
      exports: { ordinary: 1_000_000, sensitive: 0 },
      chosen: "standard-contract",
      code: "EXPORT_CHANNEL_MISSING",
    },
    { exports: { ordinary: 1_000_000, sensitive: 0 }, chosen: "security-assessment", code: undefined },
    {
      exports: { ordinary: 1, sensitive: 0, criticalOperator: true },
      chosen: "certification",
      code: "EXPORT_CHANNEL_MISSING",
    },
    {
      exports: { ordinary: 1, sensitive: 0, importantData: true },
      chosen: "certification",
      code: "EXPORT_CHANNEL_MISSING",
    },
  ] as const)("has $code for $exports with $chosen", ({ exports, chosen, code }) => {
    const recipients = [{ ...abroad, exportChannel: chosen }];
    expect(
      codeOf("EX-04", share(["gender"], { recipient: abroad }), { exports, manifest: { recipients } }),
    ).toBe(code);
  });

  it.each([
    { operation: "share", id: "pia-1" },
    { operation: "cross-border", id: "" },
  ] as const)("takes %j for no assessment of the export", (assessment) => {
    const assessments = [{ ...assessment, date: "2026-01-05" }];
    const exports = { ordinary: 1, sensitive: 0 };
    const event = share(["gender"], { recipient: abroad });
    expect(codeOf("EX-04", event, { exports, manifest: { assessments } })).toBe("ASSESSMENT_MISSING");
  });

  it("does not look at what stays in the mainland", () => {
    expect(codeOf("EX-04", share(["gender"]), { notice: { complete: [] } })).toBeUndefined();
  });
});
