import { describe, expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { collect, MANIFEST_CHECK, NOTICED_AT, NOW, world } from "../test-support/rule-world.ts";

const phone = collect(["mobile-number"]);

describe("IC-1-1", () => {
  test.each(["app.start", "manifest.check", "collect"] as const)("asks for a policy at %s", (type) => {
    expect(findings("IC-1-1", { ...phone, type }, { now: () => NOW })).toEqual(["POLICY_MISSING"]);
  });

  test("asks for rules for each purpose, and not only for some", () => {
    const context = world(phone, { policy: { purposesCovered: ["delivery"] } });
    expect(findings("IC-1-1", phone, context)).toEqual(["POLICY_INCOMPLETE"]);
  });
});

test("IC-1-1 lets a purpose with rules go on where another has none", () => {
  const purposes = [...(world(phone).manifest?.purposes ?? []), { id: "delivery" }];
  const context = world(phone, { manifest: { purposes } });
  expect(findings("IC-1-1", phone, context)).toEqual([]);
  expect(findings("IC-1-1", MANIFEST_CHECK, context)).toEqual(["POLICY_INCOMPLETE"]);
});

describe("IC-1-2", () => {
  test.each([
    ["a pop-up", { presentation: "popup" }, []],
    ["a link only", { presentation: "link" }, ["NOTICE_NOT_SHOWN"]],
    ["no time", { presentedAt: "" }, ["NOTICE_NOT_SHOWN"]],
    ["a time after the event", { presentedAt: "2026-06-15T08:00:01Z" }, ["NOTICE_NOT_SHOWN"]],
    ["another policy", { policyHash: "policy-0" }, ["NOTICE_OUTDATED"]],
  ] as const)("judges a notice with %s", (_what, notice, codes) => {
    expect(findings("IC-1-2", phone, world(phone, { notice }))).toEqual(codes);
  });

  test("lets the first run begin, so that it can show the notice", () => {
    expect(findings("IC-1-2", { type: "app.first-run" }, { ...world(phone), notice: {} })).toEqual([]);
    const asLink = world(phone, { notice: { presentation: "link", presentedAt: NOTICED_AT } });
    expect(findings("IC-1-2", { type: "app.first-run" }, asLink)).toEqual(["NOTICE_NOT_SHOWN"]);
  });
});

describe("IC-1-3", () => {
  test("counts what a probe needed before what is declared", () => {
    expect(findings("IC-1-3", { type: "ui.probe", tapsToPolicy: 5 }, world(phone))).toEqual([
      "POLICY_HARD_TO_REACH",
    ]);
    expect(findings("IC-1-3", { type: "ui.probe", tapsToPolicy: 4 }, world(phone))).toEqual([]);
  });

  test("takes a number that is not declared for too many", () => {
    expect(findings("IC-1-3", MANIFEST_CHECK, {})).toEqual(["POLICY_HARD_TO_REACH"]);
  });
});

describe("IC-1-4", () => {
  test.each([
    ["zh-Hans", []],
    ["zh-Hans-CN", []],
    ["zh-CN", []],
    ["zh", []],
    ["zh-Hant", ["NO_ZH_HANS"]],
    ["en", ["NO_ZH_HANS"]],
  ] as const)("judges %s", (language, codes) => {
    const context = world(phone, { policy: { languages: [language] } });
    expect(findings("IC-1-4", MANIFEST_CHECK, context)).toEqual(codes);
  });
});
