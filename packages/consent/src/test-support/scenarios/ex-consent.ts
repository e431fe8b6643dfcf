import assert from "node:assert/strict";
import type { RuleEvent } from "../../rules/event.ts";
import type { ConsentState } from "../../rules/model.ts";
import { collect, NOW, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";

const BY_LAW = { basis: "13.3", legalRef: "网络安全法 26" } as const;
const GENERAL: Partial<ConsentState> = { kind: "general" };

const decision = (actor: "user" | "guardian", kind: "general" | "separate"): RuleEvent => ({
  type: "consent.decision",
  purpose: "sign-in",
  fields: ["face-image"],
  choice: "give",
  initialState: "unchecked",
  act: "press-agree",
  actor,
  kind,
});

/** EX-01, EX-02, EX-05, EX-14 and EX-16. */
export const EX_CONSENT_SCENARIOS: Scenarios = {
  "EX-01/1"(court) {
    const event = collect(["face-image"]);
    court.denied(event, world(event, { consent: GENERAL }), "SEPARATE_CONSENT_REQUIRED");
    const bundle = { purposes: ["sign-in", "advertising"] };
    court.denied(event, world(event, { consent: bundle }), "SEPARATE_CONSENT_REQUIRED");
    const other: Partial<ConsentState> = { fields: ["name"] };
    court.denied(event, world(event, { consent: other }), "SEPARATE_CONSENT_REQUIRED");
    court.allowed(event, world(event));
    const act = decision("user", "general");
    court.denied(act, world(act), "SEPARATE_CONSENT_REQUIRED");
    court.allowed(decision("user", "separate"), world(act));
  },
  "EX-01/2"(court) {
    const event = collect(["id-document-number"]);
    court.allowed(event, world(event, { purpose: BY_LAW, consent: null }));
    const unnoticed = world(event, { purpose: BY_LAW, consent: null, notice: { complete: [] } });
    court.denied(event, unnoticed, "SENSITIVE_NOTICE_MISSING");
    const uncited = world(event, { purpose: { basis: "13.3" }, consent: GENERAL });
    court.denied(event, uncited, "SEPARATE_CONSENT_REQUIRED");
  },
  "EX-02/1"(court) {
    const event = collect(["mobile-number"]);
    const child = { age: 13 };
    court.denied(event, world(event, { subject: child }), "GUARDIAN_REQUIRED");
    court.denied(decision("user", "separate"), world(event, { subject: child }), "GUARDIAN_REQUIRED");
    const guardian: Partial<ConsentState> = { actor: "guardian" };
    court.allowed(event, world(event, { subject: child, consent: guardian }));
    const unknown = { age: "unknown", childDirected: true } as const;
    court.denied(event, world(event, { subject: unknown }), "GUARDIAN_REQUIRED");
    const noRules = { subject: child, consent: guardian, policy: { hasChildRules: false } };
    court.denied(event, world(event, noRules), "CHILD_RULES_MISSING");
    const noNotice = { subject: child, consent: guardian, notice: { complete: ["N30"] } };
    court.denied(event, world(event, noNotice), "CHILD_NOTICE_INCOMPLETE");
  },
  "EX-02/2"(court) {
    const event = collect(["mobile-number"]);
    const guardian: Partial<ConsentState> = { actor: "guardian" };
    court.denied(event, world(event, { subject: { age: 14 }, consent: guardian }), "OWN_CONSENT_REQUIRED");
    court.allowed(decision("user", "separate"), world(event, { subject: { age: 14 } }));
    court.allowed(event, world(event, { subject: { age: 14 } }));
  },
  "EX-05/1"(court) {
    const event = collect(["mobile-number", "gender"]);
    const old = { purposeHash: "purpose-0" };
    court.denied(event, world(event, { consent: old }), "RECONSENT");
    court.denied({ type: "policy.changed" }, world(event, { consent: old }), "RECONSENT");
  },
  "EX-05/2"(court) {
    const event = collect(["mobile-number"]);
    const reworded = { hash: "policy-2", version: "2", effectiveAt: NOW };
    const noticed = { policyHash: "policy-2", changePresentedAt: NOW };
    court.allowed(event, world(event, { policy: reworded, notice: noticed }));
  },
  "EX-14/1"(court) {
    const push: RuleEvent = { type: "push.targeted", commercial: true };
    court.denied(push, world(push, { subject: { age: 16 } }), "MINOR_MARKETING");
    court.allowed(push, world(push, { subject: { age: 18 } }));
    court.allowed({ ...push, commercial: false }, world(push, { subject: { age: 16 } }));
    const refusal: RuleEvent = { type: "service.refuse", fields: ["location"] };
    court.denied(refusal, world(refusal, { subject: { age: 16 } }), "REFUSAL_NOT_ALLOWED");
  },
  "EX-16/1"(court) {
    const event: RuleEvent = { type: "publish", purpose: "leaderboard", fields: ["name"] };
    const context = world(event);
    // The player agreed to the game, and to nothing that shows the name to everybody.
    const consent = ({ act }: { readonly act?: string }): ConsentState | undefined =>
      act === "publish" ? undefined : context.consent?.({ purpose: "leaderboard", fields: ["name"] });
    court.denied(event, { ...context, consent }, "SEPARATE_CONSENT_REQUIRED");
    court.allowed(event, context);
    assert.equal(consent({})?.state, "given");
  },
};
