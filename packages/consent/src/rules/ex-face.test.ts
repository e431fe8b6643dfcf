import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";

describe("EX-10", () => {
  it("takes no other assessment for that of the face", () => {
    const event = { type: "verify.face", options: ["face", "sms"] } as const;
    const assessments = [{ operation: "share", id: "pia-1", date: "2026-01-05" }] as const;
    expect(codeOf("EX-10", event, { manifest: { assessments } })).toBe("ASSESSMENT_MISSING");
    const blank = [{ operation: "face", id: "", date: "2026-01-05" }] as const;
    expect(codeOf("EX-10", event, { manifest: { assessments: blank } })).toBe("ASSESSMENT_MISSING");
  });
});
