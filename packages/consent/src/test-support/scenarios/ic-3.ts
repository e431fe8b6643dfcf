/** METHOD 3. */
import assert from "node:assert/strict";
import type { Field } from "@shiming/contract";
import { deletionsDue } from "../../rules/retention.ts";
import { evaluate } from "../../rules/evaluate.ts";
import type { EventOf, KeptData, RuleEvent } from "../../rules/event.ts";
import type { RuleContext } from "../../rules/model.ts";
import { AGREED_AT, collect, MANIFEST_CHECK, NOW, permission, share, world } from "../rule-world.ts";
import type { Court, Scenarios } from "../scenario.ts";

const phone = collect(["mobile-number"]);
const place = collect(["location"], { purpose: "navigate", featureId: "navigate" });

/** Asks to use the location again. */
function askForPlace(parts: Partial<EventOf<"consent.request">> = {}): RuleEvent {
  const rationale = { purposeId: "navigate", text: "To show the way", shownAt: NOW };
  return {
    type: "consent.request",
    purpose: "navigate",
    featureId: "navigate",
    fields: ["location"],
    rationale,
    ...parts,
  };
}

/** The person refused so many hours before now. */
function refused(event: RuleEvent, hoursAgo: number): RuleContext {
  const lastAskedAt = new Date(Date.parse(NOW) - hoursAgo * 3_600_000).toISOString();
  return world(event, { consent: { state: "refused", lastAskedAt } });
}

/** A source that is read only when the event is allowed, as a guard does. */
function probe(event: RuleEvent, context: RuleContext): { readonly reads: number } {
  return { reads: evaluate(event, context).allowed ? 1 : 0 };
}

/** Records a decision where it is allowed, and looks at what the app may do then. */
function decide(court: Court, parts: Pick<EventOf<"consent.decision">, "initialState" | "act">): void {
  const decision = {
    type: "consent.decision",
    choice: "give",
    actor: "user",
    purpose: "sign-in",
    ...parts,
  } as const;
  court.denied(decision, world(phone), "NOT_EXPRESS");
  const recorded = evaluate(decision, world(phone)).allowed ? ("given" as const) : ("none" as const);
  court.denied(phone, world(phone, { consent: { state: recorded } }), "CONSENT_MISSING");
}

/** Scenarios of IC-3. */
export const IC_3_SCENARIOS: Scenarios = {
  "IC-3-1/1": (court) => {
    const early = collect(["device-identifier"], { trigger: "sdk-construction" });
    const context = world(early, { consent: null });
    court.denied(early, context, "CONSENT_MISSING");
    assert.equal(probe(early, context).reads, 0);
  },
  "IC-3-1/2": (court) => {
    const late = { ...phone, at: "2026-06-15T06:59:30Z" };
    const context = world(late, { consent: { at: AGREED_AT } });
    court.denied(late, context, "CONSENT_TOO_LATE");
    assert.equal(probe(late, context).reads, 0);
  },

  "IC-3-2/1": (court) => court.denied(place, refused(place, 72), "CONSENT_REFUSED"),
  "IC-3-2/2": (court) => {
    const ask = askForPlace({ trigger: "app-start" });
    court.denied(ask, refused(ask, 1), "REASK_TOO_SOON");
  },
  "IC-3-2/3": (court) => {
    const ask = askForPlace({ trigger: "user-initiated-feature" });
    court.allowed(ask, refused(ask, 1));
    const again = askForPlace({ trigger: "user-initiated-feature", askedByThisAction: 1 });
    court.denied(again, refused(again, 1), "REASK_TOO_SOON");
  },
  "IC-3-2/4": (court) => {
    const ask = askForPlace({ trigger: "app-start" });
    court.allowed(ask, refused(ask, 49));
    court.under("cautious").denied(ask, refused(ask, 49), "REASK_TOO_SOON");
  },

  "IC-3-3/1": (court) => {
    const fine = { ...place, precision: "fine" } as const;
    court.denied(fine, world(fine, { consent: { precision: "coarse" } }), "SCOPE_EXCEEDED");
  },
  "IC-3-3/2": (court) => {
    const both = collect(["name", "gender"]);
    const consent = { fields: ["name"] satisfies Field[] };
    court.denied(both, world(both, { consent }), "SCOPE_EXCEEDED");
    assert.equal(probe(both, world(both, { consent })).reads, 0);
  },

  "IC-3-4/1": (court) => decide(court, { initialState: "checked", act: "press-agree" }),
  "IC-3-4/2": (court) => decide(court, { initialState: "unchecked", act: "continued-use" }),

  "IC-3-5/1": (court) => {
    const change = { setting: "personalised-push", from: "off", to: "on" } as const;
    const update = { type: "app.update", settingChanges: [change] } as const;
    const set = { type: "permission.state-change", actor: "app", trigger: "app-update", ...change } as const;
    court.denied(update, world(update), "SETTING_RESET");
    court.denied(set, world(set), "SETTING_RESET");
    court.allowed({ ...set, actor: "user" }, world(set));
  },

  "IC-3-6/1": (court) => {
    const push = { type: "push.targeted" } as const;
    const manifest = { personalisation: { off: "/off", refusePush: "/refuse", deleteTags: "/tags" } };
    court.denied(push, world(push, { manifest }), "NO_NON_TARGETED_OPTION");
  },
  "IC-3-6/2": (court) => {
    const push = { type: "push.targeted" } as const;
    const generic = { type: "recommend", targeted: false } as const;
    const subject = { targetingOff: true };
    court.denied(push, world(push, { subject }), "TARGETING_OFF");
    court.allowed(generic, world(generic, { subject }));
  },

  "IC-3-7/1": (court) => {
    const rationale = { purposeId: "find-friends", text: "To find your friends", shownAt: NOW };
    const tricked = permission(["READ_CONTACTS"], { purpose: "advertising", rationale });
    court.denied(tricked, world(tricked), "PURPOSE_MISMATCH");
    const asked = askForPlace({ purpose: "advertising", rationale });
    court.denied(asked, world(asked), "PURPOSE_MISMATCH");
  },

  "IC-3-8/1": (court) => {
    const declared = world(phone).manifest;
    const purposes = declared?.purposes?.map(({ withdrawal: _none, ...purpose }) => purpose) ?? [];
    court.denied(MANIFEST_CHECK, world(phone, { manifest: { purposes } }), "NO_WITHDRAWAL");
  },
  "IC-3-8/2": (court) => {
    const withdraw = { type: "consent.withdraw", purpose: "sign-in", steps: 2 } as const;
    court.passes(withdraw, world(withdraw));
    court.denied(phone, world(phone, { consent: { state: "withdrawn" } }), "CONSENT_WITHDRAWN");
  },

  "IC-3-9/1": (court) => {
    const collectedAt = new Date(Date.parse(NOW) - 31 * 86_400_000).toISOString();
    const old = { id: "row-1", purpose: "sign-in", field: "mobile-number", collectedAt } as const;
    const context = world(phone, { item: { retentionDays: 30 } });
    court.flagged({ type: "timer.tick", kept: [old] }, context, "RETENTION_EXCEEDED");
    const store = new Map<string, KeptData>([[old.id, old]]);
    for (const { id } of deletionsDue([...store.values()], context, NOW)) store.delete(id);
    assert.equal(store.size, 0);
  },
  "IC-3-9/2": (court) => {
    const sent = share(["mobile-number"]);
    court.denied(sent, world(sent, { item: { recipients: [] } }), "UNDECLARED_SHARE");
  },
};
