import { describe, expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { collect, MANIFEST_CHECK, world } from "../test-support/rule-world.ts";
import type { OpenCase } from "./event.ts";
import type { RuleContext } from "./model.ts";

const phone = collect(["mobile-number"]);

describe("IC-6-1", () => {
  test.each(["correct", "delete", "cancel-account"] as const)("asks for a working way to %s", (right) => {
    const rights = world(phone).manifest?.rights ?? [];
    const without = rights.filter((row) => row.right !== right);
    const broken = rights.map((row) => (row.right === right ? { ...row, healthy: false } : row));
    expect(findings("IC-6-1", MANIFEST_CHECK, world(phone, { manifest: { rights: without } }))).toEqual([
      "RIGHT_MISSING",
    ]);
    expect(findings("IC-6-1", MANIFEST_CHECK, world(phone, { manifest: { rights: broken } }))).toEqual([
      "RIGHT_NOT_WORKING",
    ]);
  });
});

test("IC-6-2 lets nobody pay for a right", () => {
  const form = { type: "right.request", right: "delete", paid: true } as const;
  expect(findings("IC-6-2", form, world(form))).toEqual(["UNREASONABLE_CONDITION"]);
});

test("IC-6-4 does not believe that it is done where nobody knows who must say so", () => {
  const done = { type: "right.completed", right: "delete", acknowledgedBy: ["accounts"] } as const;
  expect(findings("IC-6-4", done, world(done))).toEqual(["BACKEND_PENDING"]);
});

describe("open cases", () => {
  const receivedAt = "2026-06-15T01:00:00Z";
  /** Counts every day, so that the test reads without a calendar at hand. */
  const calendar: RuleContext["calendar"] = {
    addWorkingDays: (start, days) => ({
      date: new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10),
    }),
  };
  const tick = (kind: OpenCase["kind"], day: string) => {
    const event = { type: "timer.tick", open: [{ id: "case-1", kind, receivedAt }] } as const;
    const context = world(phone, { calendar, now: () => `${day}T01:00:00Z` });
    return findings(kind === "right" ? "IC-6-3" : "IC-6-5", event, context);
  };

  test("are told the day before, on the day and after it", () => {
    expect(tick("complaint", "2026-06-23")).toEqual([]);
    expect(tick("complaint", "2026-06-24")).toEqual(["ANSWER_DUE"]);
    expect(tick("complaint", "2026-06-25")).toEqual(["ANSWER_DUE"]);
    expect(tick("complaint", "2026-06-26")).toEqual(["ANSWER_OVERDUE"]);
  });

  test("have 15 working days where no right and no promise is named", () => {
    expect(tick("right", "2026-06-30")).toEqual(["ANSWER_DUE"]);
    expect(tick("right", "2026-07-01")).toEqual(["ANSWER_OVERDUE"]);
  });

  test("tell what is late before what is near", () => {
    const near = { id: "near", kind: "complaint", receivedAt } as const;
    const late = { ...near, id: "late", receivedAt: "2026-06-01T01:00:00Z" };
    const context = world(phone, { calendar, now: () => "2026-06-25T01:00:00Z" });
    expect(findings("IC-6-5", { type: "timer.tick", open: [near, late] }, context)).toEqual([
      "ANSWER_OVERDUE",
    ]);
  });

  test("are not guessed at without a calendar", () => {
    const open = [{ id: "case-1", kind: "complaint", receivedAt }] as const;
    expect(findings("IC-6-5", { type: "timer.tick", open }, world(phone))).toEqual(["CALENDAR_MISSING"]);
  });

  test("may not be promised an answer later than in 15 working days", () => {
    const manifest = { complaints: { channels: ["/complaints"], promisedDays: 16 } };
    expect(findings("IC-6-5", { type: "complaint.received" }, world(phone, { manifest }))).toEqual([
      "PROMISE_TOO_LONG",
    ]);
  });
});
