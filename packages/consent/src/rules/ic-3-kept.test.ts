import { describe, expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { collect, NOW, share, world } from "../test-support/rule-world.ts";
import type { EventOf, KeptData } from "./event.ts";

const phone = collect(["mobile-number"]);

function sweep(kept: readonly KeptData[]): readonly string[] {
  return findings("IC-3-9", { type: "timer.tick", kept }, world(phone));
}

describe("IC-3-5", () => {
  test.each([
    ["ask", "on", ["SETTING_RESET"]],
    ["off", "ask", ["SETTING_RESET"]],
    ["on", "off", []],
    ["on", "on", []],
  ] as const)("judges the app setting %s to %s", (from, to, codes) => {
    const change = { type: "permission.state-change", setting: "CAMERA", from, to } as const;
    expect(findings("IC-3-5", { ...change, actor: "app" }, world(phone))).toEqual(codes);
    expect(findings("IC-3-5", { ...change, actor: "user" }, world(phone))).toEqual([]);
  });

  test("lets an update be that changes nothing", () => {
    expect(findings("IC-3-5", { type: "app.update" }, world(phone))).toEqual([]);
  });
});

describe("IC-3-9", () => {
  const keep: EventOf<"retain"> = {
    type: "retain",
    purpose: "sign-in",
    fields: ["mobile-number"],
    collectedAt: NOW,
    protection: "encrypted",
  };

  test.each([
    ["for the declared time", "2026-07-15T08:00:00Z", []],
    ["a second longer", "2026-07-15T08:00:01Z", ["RETENTION_EXCEEDED"]],
    ["until a time that cannot be read", "some day", ["RETENTION_EXCEEDED"]],
  ])("judges keeping %s", (_what, expiresAt, codes) => {
    const event = { ...keep, expiresAt };
    expect(findings("IC-3-9", event, world(event))).toEqual(codes);
  });

  test("knows collecting, sharing and keeping that no row declares", () => {
    const bare = { manifest: { items: [] } };
    const sent = share(["mobile-number"]);
    expect(findings("IC-3-9", phone, world(phone, bare))).toEqual(["UNDECLARED_COLLECTION"]);
    expect(findings("IC-3-9", sent, world(sent, bare))).toEqual(["UNDECLARED_SHARE"]);
    expect(findings("IC-3-9", keep, world(keep, bare))).toEqual(["UNDECLARED_RETENTION"]);
  });

  test("sweeps what is left, and not what is deleted or young", () => {
    const old = {
      id: "row-1",
      purpose: "sign-in",
      field: "mobile-number",
      collectedAt: "2026-05-01T00:00:00Z",
    } as const;
    expect(sweep([old])).toEqual(["RETENTION_EXCEEDED"]);
    expect(sweep([{ ...old, deletedAt: "2026-05-31T00:00:00Z" }])).toEqual([]);
    expect(sweep([{ ...old, collectedAt: "2026-06-14T00:00:00Z" }])).toEqual([]);
  });
});
