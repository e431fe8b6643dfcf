import { describe, expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { collect, MANIFEST_CHECK, NOW, permission, world } from "../test-support/rule-world.ts";

const phone = collect(["mobile-number"]);
const item = { purpose: "sign-in", field: "mobile-number", method: "typed in", retentionDays: 30 } as const;

describe("IC-2-1, at a collection", () => {
  test("asks for the purpose, and for a whole row of each field", () => {
    expect(findings("IC-2-1", { ...phone, purpose: "other" }, world(phone))).toEqual(["UNDECLARED_PURPOSE"]);
    expect(findings("IC-2-1", phone, world(phone, { manifest: { items: [] } }))).toEqual(["UNDECLARED_ITEM"]);
    const { method: _none, ...partial } = item;
    expect(findings("IC-2-1", phone, world(phone, { manifest: { items: [partial] } }))).toEqual([
      "UNDECLARED_ITEM",
    ]);
    expect(findings("IC-2-1", phone, world(phone, { manifest: { items: [item] } }))).toEqual([]);
  });

  test("lets an SDK collect what is listed for it, and not what is listed for the app", () => {
    const bySdk = collect(["mobile-number"], { initiator: "sdk:pay" });
    const sdks = [{ name: "pay" }];
    expect(findings("IC-2-1", bySdk, world(bySdk, { manifest: { sdks } }))).toEqual([]);
    const ofApp = world(bySdk, { manifest: { sdks, items: [item] } });
    expect(findings("IC-2-1", bySdk, ofApp)).toEqual(["UNDECLARED_ITEM"]);
  });

  test("knows no other app as a collector", () => {
    const byOther = collect(["mobile-number"], { initiator: "third-party-app" });
    expect(findings("IC-2-1", byOther, world(byOther))).toEqual(["UNDECLARED_INITIATOR"]);
  });
});

describe("IC-2-1, of a manifest", () => {
  test.each([
    ["a row for a purpose that is not declared", { ...item, purpose: "other" }, ["UNDECLARED_PURPOSE"]],
    [
      "a row without retention",
      { purpose: "sign-in", field: "name", method: "typed in" },
      ["ITEM_INCOMPLETE"],
    ],
    ["a row with a rule for retention", { ...item, retentionRule: "until the account is closed" }, []],
  ] as const)("judges %s", (_what, row, codes) => {
    expect(findings("IC-2-1", MANIFEST_CHECK, world(phone, { manifest: { items: [row] } }))).toEqual(codes);
  });
});

describe("IC-2-2", () => {
  const policy = { effectiveAt: "2026-06-01T00:00:00Z" };

  test("knows a field that is new to a purpose", () => {
    const notice = { purposes: ["sign-in"], items: ["sign-in/name"] };
    expect(findings("IC-2-2", phone, world(phone, { notice, policy }))).toEqual(["CHANGE_NOT_NOTICED"]);
  });

  test.each([
    ["before it took effect", "2026-05-31T00:00:00Z", ["CHANGE_NOT_NOTICED"]],
    ["after it took effect", "2026-06-01T00:00:00Z", []],
    ["after the event", "2026-06-15T08:00:01Z", ["CHANGE_NOT_NOTICED"]],
  ] as const)("judges a change shown %s", (_when, changePresentedAt, codes) => {
    const notice = { purposes: [], changePresentedAt };
    expect(findings("IC-2-2", phone, world(phone, { notice, policy }))).toEqual(codes);
  });

  test("looks at every row when the policy changes", () => {
    const context = world(phone, { notice: { purposes: [] }, policy });
    expect(findings("IC-2-2", { type: "policy.changed" }, context)).toEqual(["CHANGE_NOT_NOTICED"]);
    expect(findings("IC-2-2", { type: "policy.changed" }, world(phone))).toEqual([]);
  });
});

describe("IC-2-3", () => {
  const rationale = { purposeId: "sign-in", text: "To sign you in", shownAt: NOW };

  test.each([
    ["no text", { text: " " }, ["JIT_NOTICE_MISSING"]],
    ["no purpose", { purposeId: "" }, ["JIT_NOTICE_MISSING"]],
    ["a time long before", { shownAt: "2026-06-15T07:54:59Z" }, ["JIT_NOTICE_MISSING"]],
    ["a time just before", { shownAt: "2026-06-15T07:55:00Z" }, []],
    ["a time after", { shownAt: "2026-06-15T08:00:01Z" }, ["JIT_NOTICE_MISSING"]],
  ])("judges a rationale with %s", (_what, change, codes) => {
    const event = permission(["CAMERA"], { rationale: { ...rationale, ...change } });
    expect(findings("IC-2-3", event, world(event))).toEqual(codes);
  });

  test.each(["bank-card-number", "trajectory", "app:bank-account"] as const)(
    "asks for one at %s",
    (field) => {
      const { rationale: _none, ...event } = collect([field]);
      expect(findings("IC-2-3", event, world(event))).toEqual(["JIT_NOTICE_MISSING"]);
    },
  );

  test("asks for none at a field that the Method does not name", () => {
    const { rationale: _none, ...event } = phone;
    expect(findings("IC-2-3", event, world(event))).toEqual([]);
  });
});

test("IC-2-4 asks for each purpose in plain words", () => {
  const context = world(phone, { purpose: { summary: "" } });
  expect(findings("IC-2-4", MANIFEST_CHECK, context)).toEqual(["PURPOSE_SUMMARY_MISSING"]);
  expect(findings("IC-2-4", MANIFEST_CHECK, world(phone))).toEqual([]);
});
