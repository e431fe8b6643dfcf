import { describe, expect, it } from "vitest";
import type { Finding } from "../finding.ts";
import { config, nearby, push, steps } from "../test-support/app.ts";
import { brief } from "../test-support/brief.ts";
import { checkDeclarations } from "./check.ts";

/** Findings about one purpose of the configuration. */
function noticeOf(purpose: object): readonly Finding[] {
  return checkDeclarations({
    // A configuration in JavaScript can hold this.
    config: config({ purposes: [purpose as typeof nearby] }),
    declarations: [],
    configFile: { file: "consent.config.js", text: 'x\nid: "nearby"' },
  });
}

describe("a notice", () => {
  it("wants its texts in both languages, and points at the purpose", () => {
    const { why: _, ...rest } = nearby;
    expect(noticeOf({ ...rest, title: { en: "Nearby", zh: " " }, retention: "30 days" })).toMatchObject([
      { ruleId: "EX-20", level: "error", file: "consent.config.js", line: 2, subject: "nearby" },
      { message: 'purpose "nearby": its notice has no why in Chinese' },
      { message: 'purpose "nearby": its notice has no why in English' },
      { message: 'purpose "nearby": its notice has no retention in Chinese' },
      { message: 'purpose "nearby": its notice has no retention in English' },
    ]);
  });

  it("wants the effect and an assessment for sensitive data alone", () => {
    const { effect: _, assessment: __, ...bare } = nearby;
    expect(brief(noticeOf(bare))).toEqual([
      "EX-20 error nearby",
      "EX-20 error nearby",
      "EX-18 warning nearby",
    ]);
    const { effect: ___, assessment: ____, ...plain } = push;
    expect(noticeOf(plain)).toEqual([]);
  });

  it("wants a label for a field of the app's own", () => {
    const unlabelled = { ...steps, required: ["app:heart-rate"] };
    expect(noticeOf(unlabelled)).toMatchObject([
      { ruleId: "IC-2-1", message: 'purpose "steps": its notice has no item for app:heart-rate' },
    ]);
  });
});
