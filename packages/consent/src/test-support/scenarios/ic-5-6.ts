/** METHOD 5 and 6. */
import assert from "node:assert/strict";
import { answerDueOn } from "../../rules/answer-due.ts";
import type { WorkCalendar } from "../../rules/model.ts";
import { collect, MANIFEST_CHECK, share, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";

const phone = collect(["mobile-number"]);

/** Saturdays, Sundays and the days given are free. */
function calendar(holidays: readonly string[] = []): WorkCalendar {
  const isFree = (day: Date): boolean =>
    day.getUTCDay() % 6 === 0 || holidays.includes(day.toISOString().slice(0, 10));
  return {
    addWorkingDays(start, days) {
      const day = new Date(start);
      for (let left = days; left > 0; left -= isFree(day) ? 0 : 1) day.setUTCDate(day.getUTCDate() + 1);
      return { date: day.toISOString().slice(0, 10) };
    },
  };
}

/** A Monday morning in China. */
const receivedAt = "2026-06-15T01:00:00Z";

/** Scenarios of IC-5 and IC-6. */
export const IC_5_6_SCENARIOS: Scenarios = {
  "IC-5-1/1": (court) => {
    const sent = share(["device-identifier"], { initiator: "sdk:analytics", path: "client" });
    court.denied(sent, world(sent, { consent: null }), "SHARE_NO_CONSENT");
  },
  "IC-5-1/2": (court) => {
    const hashed = share(["mobile-number"], { transformation: "hashed", path: "client" });
    court.denied(hashed, world(hashed, { consent: null }), "NOT_ANONYMOUS");
    const anonymised = share(["mobile-number"], { transformation: "anonymised", path: "client" });
    court.passes(anonymised, world(anonymised, { consent: null }));
  },

  "IC-5-2/1": (court) => {
    const exported = share(["mobile-number"], { path: "server" });
    court.denied(exported, world(exported, { consent: null }), "SHARE_NO_CONSENT");
    court.passes(exported, world(exported));
  },

  "IC-5-3/1": (court) => {
    const recipient = { id: "mini-program-7", role: "third-party-app" } as const;
    const passed = share(["mobile-number"], { recipient });
    court.denied(passed, world(passed, { consent: null }), "SHARE_NO_CONSENT");
    court.denied(passed, world(passed, { consent: { recipientId: "mini-programs" } }), "RECIPIENT_NOT_NAMED");
    court.passes(passed, world(passed));
  },

  "IC-6-1/1": (court) => {
    const rights = world(phone).manifest?.rights?.filter(({ right }) => right !== "cancel-account") ?? [];
    court.denied(MANIFEST_CHECK, world(phone, { manifest: { rights } }), "RIGHT_MISSING");
  },

  "IC-6-2/1": (court) => {
    const form = {
      type: "right.request",
      right: "cancel-account",
      requiredInputs: ["mobile-number", "id-document-copy"],
    } as const;
    const manifest = { registrationFields: ["mobile-number"] } as const;
    court.denied(form, world(form, { manifest }), "UNREASONABLE_CONDITION");
    const asBefore = { ...form, requiredInputs: ["mobile-number"] } as const;
    court.passes(asBefore, world(asBefore, { manifest }));
  },

  "IC-6-3/1": (court) => {
    const rights = [{ right: "delete", endpoint: "/delete", promisedDays: 20 }] as const;
    assert.equal(answerDueOn({ receivedAt, promisedDays: 20, calendar: calendar() }), "2026-07-06");
    const tick = {
      type: "timer.tick",
      open: [{ id: "case-1", kind: "right", right: "delete", receivedAt }],
    } as const;
    const on = (day: string) =>
      world(tick, { manifest: { rights }, calendar: calendar(), now: () => `${day}T01:00:00Z` });
    court.passes(tick, on("2026-07-03"));
    court.flagged(tick, on("2026-07-06"), "ANSWER_DUE");
    court.flagged(tick, on("2026-07-07"), "ANSWER_OVERDUE");
    const promise = { type: "right.request", right: "delete" } as const;
    court.flagged(promise, world(promise, { manifest: { rights } }), "PROMISE_TOO_LONG");
  },
  "IC-6-3/2": (court) => {
    assert.equal(answerDueOn({ receivedAt, calendar: calendar(["2026-06-19"]) }), "2026-07-07");
    const tick = { type: "timer.tick", open: [{ id: "case-1", kind: "right", receivedAt }] } as const;
    const at = { calendar: calendar(["2026-06-19"]), now: () => "2026-07-07T01:00:00Z" };
    court.flagged(tick, world(tick, at), "ANSWER_DUE");
  },

  "IC-6-4/1": (court) => {
    const done = { type: "right.completed", right: "delete", acknowledgedBy: ["accounts"] } as const;
    court.denied(done, world(done, { dataMap: ["accounts", "analytics"] }), "BACKEND_PENDING");
    court.allowed(done, world(done, { dataMap: ["accounts"] }));
  },

  "IC-6-5/1": (court) =>
    court.flagged(
      MANIFEST_CHECK,
      world(phone, { manifest: { complaints: { channels: [] } } }),
      "COMPLAINT_CHANNEL_MISSING",
    ),
};
