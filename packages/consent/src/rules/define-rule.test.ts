import { expect, expectTypeOf, test } from "vitest";
import { settingsOf } from "../profile.ts";
import { collect, world } from "../test-support/rule-world.ts";
import { defineRule } from "./define-rule.ts";

const settings = settingsOf();
const found = { code: "FOUND", message: "found" };

test("a rule has its level, force, verdict and events from the catalogue", () => {
  const rule = defineRule("IC-1-3", () => found);
  expect(rule).toMatchObject({ id: "IC-1-3", level: "config", force: "reference-for-enforcement" });
  expect(rule.events).toEqual(["manifest.check", "ui.probe"]);
  const verdict = rule.evaluate({ type: "ui.probe" }, {}, settings);
  expect(verdict).toEqual({ ruleId: "IC-1-3", verdict: "flag", ...found });
});

test("a rule hears its own events and those added to them, and no others", () => {
  const phone = collect(["mobile-number"]);
  const rule = defineRule("IC-1-3", () => found, ["app.start"]);
  expect(rule.evaluate({ type: "app.start" }, {}, settings)).toBeDefined();
  expect(rule.evaluate(phone, world(phone), settings)).toBeUndefined();
});

test("a rule gets the events that it is for, by type", () => {
  defineRule("IC-6-4", (event) => {
    expectTypeOf(event.type).toEqualTypeOf<"right.completed">();
    return undefined;
  });
  expect(defineRule("IC-6-4", () => undefined).events).toEqual(["right.completed"]);
});
