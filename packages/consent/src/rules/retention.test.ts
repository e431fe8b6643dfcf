import { describe, expect, it } from "vitest";
import { collect, NOW, world } from "../test-support/rule-world.ts";
import { deletionsDue, isOverdue, keptUntil } from "./retention.ts";

const kept = { id: "row-1", purpose: "sign-in", field: "mobile-number", collectedAt: NOW } as const;
const event = collect(["mobile-number"]);
const daysOf = (until: number | undefined) => ((until ?? Number.NaN) - Date.parse(NOW)) / 86_400_000;

describe("how long data may be kept", () => {
  it.each([
    { agreed: 10, announced: 30, days: 10 },
    { agreed: 30, announced: 10, days: 10 },
  ])(
    "is the shorter of what was agreed to ($agreed) and announced ($announced)",
    ({ agreed, announced, days }) => {
      const context = world(event, {
        consent: { retentionDays: agreed },
        item: { retentionDays: announced },
      });
      expect(daysOf(keptUntil(kept, context))).toBe(days);
    },
  );

  it("is what a cited law says, also where the person agreed to less", () => {
    const item = { retentionDays: 180, retentionLaw: "网络安全法 23" };
    const context = world(event, { consent: { retentionDays: 10 }, item });
    expect(daysOf(keptUntil(kept, context))).toBe(180);
  });

  it("does not ask for a consent where none is needed", () => {
    const purpose = { basis: "13.3", legalRef: "网络安全法 26" } as const;
    const context = world(event, { purpose, consent: { retentionDays: 10 } });
    expect(daysOf(keptUntil(kept, context))).toBe(30);
  });

  it("is that of the row of the same purpose and field", () => {
    const row = { purpose: "sign-in", field: "mobile-number" } as const;
    const items = [
      { ...row, purpose: "advertising", retentionDays: 1 },
      { ...row, field: "name", retentionDays: 2 } as const,
      { ...row, retentionDays: 20 },
    ];
    expect(daysOf(keptUntil(kept, world(event, { manifest: { items } })))).toBe(20);
  });

  it("is what was agreed to where the notice has no row", () => {
    const context = world(event, { consent: { retentionDays: 10 }, manifest: { items: [] } });
    expect(daysOf(keptUntil(kept, context))).toBe(10);
  });

  it("is open where nothing sets a number of days", () => {
    expect(keptUntil({ ...kept, field: "name" }, { now: () => NOW })).toBeUndefined();
  });

  it("is over where a time cannot be read", () => {
    expect(isOverdue({ ...kept, collectedAt: "yesterday" }, world(event), NOW)).toBe(true);
    expect(isOverdue(kept, world(event), undefined)).toBe(true);
  });

  it("leaves what is deleted and what is in time", () => {
    const old = { ...kept, id: "row-2", collectedAt: "2026-01-01T00:00:00Z" };
    const gone = { ...old, id: "row-3", deletedAt: "2026-02-01T00:00:00Z" };
    expect(deletionsDue([kept, old, gone], world(event), NOW)).toEqual([
      { id: "row-2", purpose: "sign-in", field: "mobile-number", deletedAt: NOW },
    ]);
  });
});
