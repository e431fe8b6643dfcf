import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { world } from "../test-support/rule-world.ts";
import { evaluate } from "./evaluate.ts";
import type { RuleEvent } from "./event.ts";

/** What GF-11 tells in an app that needs nothing. */
function messages(event: RuleEvent): readonly string[] {
  const { verdicts } = evaluate(event, world(event, { appType: "news" }));
  return verdicts.filter(({ ruleId }) => ruleId === "GF-11").map(({ message }) => message);
}

describe("GF-11", () => {
  it("names the function that is closed without need, or the app", () => {
    const closing = { type: "service.refuse", fields: ["location"] } as const;
    expect(messages(closing)).toEqual([expect.stringMatching(/^the app works/)]);
    expect(messages({ ...closing, featureId: "article" })).toEqual([
      expect.stringMatching(/^feature "article" works/),
    ]);
  });

  it("has nothing against a yes", () => {
    const yes = {
      type: "consent.decision",
      choice: "give",
      initialState: "unchecked",
      act: "press-agree",
      actor: "user",
    } as const;
    expect(codeOf("GF-11", { ...yes, afterRefusal: "stops" })).toBeUndefined();
  });
});
