import { describe, expect, test } from "vitest";
import { evaluateAnything, EVENT_TYPES } from "../test-support/evaluate-anything.ts";
import { collect, NOW, permission, share, world } from "../test-support/rule-world.ts";
import { evaluate } from "./evaluate.ts";
import type { RuleContext } from "./model.ts";

const phone = collect(["mobile-number"]);

function fails(): never {
  throw new Error("the disk is gone");
}

describe("evaluate", () => {
  test("allows the sound world of an event, so that what a scenario changes is what stops it", () => {
    const events = [
      phone,
      permission(["CAMERA"]),
      share(["name"]),
      collect(["face-image"]),
      collect(["location"]),
    ];
    for (const event of events)
      expect(evaluate(event, world(event))).toEqual({ allowed: true, verdicts: [] });
  });

  test.each(["", "collect ", "toString", "__proto__", "COLLECT"])(
    "denies an event of the unknown type %j",
    (type) => {
      const { allowed, verdicts } = evaluateAnything({ ...phone, type }, world(phone));
      expect(allowed).toBe(false);
      expect(verdicts.map(({ code }) => code)).toEqual(["EVENT_UNKNOWN"]);
    },
  );

  test.each([[undefined], [null], ["collect"], [7]])("denies %j, which is no event", (event) => {
    expect(evaluateAnything(event, world(phone)).allowed).toBe(false);
  });

  test("denies an event that does not have its shape", () => {
    const { allowed, verdicts } = evaluateAnything({ type: "permission.request" }, world(phone));
    expect(allowed).toBe(false);
    expect(verdicts.map(({ code }) => code)).toEqual(["EVENT_INVALID"]);
  });

  const limited = world(phone, { feature: { maxFrequency: { count: 1, per: "day" } } });

  test.each<[string, RuleContext]>([
    ["consent", { ...world(phone), consent: fails }],
    // The cast stands for a store that holds something else.
    ["a state", { ...world(phone), consent: () => ({ state: "yes" as "given" }) }],
    ["now", { ...world(phone), now: fails }],
    ["history", { ...limited, history: { reads: fails } }],
    ["a getter", Object.defineProperty({ ...world(phone) }, "manifest", { enumerable: true, get: fails })],
  ])("denies STORE_UNAVAILABLE and nothing else where %s cannot be read", (_part, context) => {
    const { allowed, verdicts } = evaluate(phone, context);
    expect(allowed).toBe(false);
    expect(verdicts.map(({ ruleId, code }) => `${ruleId} ${code}`)).toEqual(["GF-13 STORE_UNAVAILABLE"]);
    expect(JSON.stringify(verdicts)).not.toContain("disk");
  });

  test("refuses a profile that it does not know, instead of taking another", () => {
    // The cast stands for a caller without types.
    const options = { profile: "lenient" as "default" };
    expect(() => evaluate(phone, world(phone), options)).toThrow(/profile/);
  });

  test("never stops a withdrawal or a refusal, not even when the store is gone", () => {
    const withdraw = { type: "consent.withdraw", purpose: "sign-in", needsStaff: true, steps: 9 } as const;
    const refuse = {
      type: "consent.decision",
      choice: "refuse",
      initialState: "checked",
      act: "close",
    } as const;
    for (const event of [withdraw, { ...refuse, actor: "user" } as const]) {
      expect(evaluate(event, world(event)).allowed).toBe(true);
      expect(evaluate(event, { ...world(event), now: fails, consent: fails }).allowed).toBe(true);
      expect(evaluate(event, {}).allowed).toBe(true);
    }
    expect(evaluate(withdraw, world(withdraw)).verdicts.map(({ code }) => code)).toContain(
      "WITHDRAWAL_NEEDS_STAFF",
    );
  });
});

test("the verdicts come in the order of evaluation: structure, necessity, consent", () => {
  const bad = collect(["location"], { initiator: "sdk:unknown", featureId: "other" });
  const ids = evaluate(bad, { now: () => NOW }).verdicts.map(({ ruleId }) => ruleId);
  expect(ids.slice(0, 3)).toEqual(["IC-1-1", "IC-1-2", "IC-2-1"]);
  expect(ids.indexOf("IC-4-1")).toBeGreaterThan(ids.indexOf("IC-2-1"));
  expect(ids.indexOf("IC-3-1")).toBeGreaterThan(ids.indexOf("IC-4-1"));
});

test.each(EVENT_TYPES)("%s is a type that evaluate knows", (type) => {
  const { verdicts } = evaluateAnything({ type }, {});
  expect(verdicts.map(({ code }) => code)).not.toContain("EVENT_UNKNOWN");
});
