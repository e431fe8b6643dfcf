import assert from "node:assert/strict";
import { need } from "../../law/need.ts";
import type { EventRecipient } from "../../rules/event-parts.ts";
import type { EventOf } from "../../rules/event.ts";
import type { DeclaredRecipient } from "../../rules/manifest.ts";
import { share, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";

const ABROAD: EventRecipient = { id: "head-office", role: "handler", outsideMainland: true };

/** EX-03, EX-04 and EX-17. */
export const EX_RECIPIENTS_SCENARIOS: Scenarios = {
  "EX-03/1"(court) {
    const event = share(["gender"]);
    court.denied(event, world(event, { consent: { recipientId: "partners" } }), "RECIPIENT_NOT_NAMED");
    court.denied(event, world(event, { consent: { kind: "general" } }), "SEPARATE_CONSENT_REQUIRED");
    court.denied(event, world(event, { notice: { recipients: [] } }), "RECIPIENT_NOTICE_INCOMPLETE");
    court.allowed(event, world(event));
  },
  "EX-03/2"(court) {
    const event = share(["gender"], { recipient: { id: "acme", role: "processor" } });
    court.allowed(event, world(event));
    court.denied(event, world(event, { manifest: { recipients: [] } }), "CONTRACT_MISSING");
    const { consent, records } = need({
      operation: "entrust",
      purposeId: "sign-in",
      fields: ["gender"],
      basis: "13.1",
      recipients: [{ id: "acme", role: "processor" }],
      age: 30,
    });
    assert.notEqual(consent, "separate");
    assert.ok(records.includes("entrusting-3y"));
  },
  "EX-04/1"(court) {
    const event = share(["gender"], { recipient: ABROAD });
    const exports = { ordinary: 99_999, sensitive: 0 };
    court.allowed(event, world(event, { exports }));
    court.denied(
      event,
      world(event, { exports: { ...exports, ordinary: 100_000 } }),
      "EXPORT_CHANNEL_MISSING",
    );
    court.denied(event, world(event, { exports, notice: { complete: ["N30"] } }), "EXPORT_NOTICE_MISSING");
    court.denied(event, world(event, { exports, consent: { kind: "general" } }), "SEPARATE_CONSENT_REQUIRED");
    court.denied(event, world(event, { exports, manifest: { assessments: [] } }), "ASSESSMENT_MISSING");
    court.denied(event, world(event), "EXPORT_CHANNEL_MISSING");
  },
  "EX-04/2"(court) {
    const event = share(["id-document-number"], { recipient: ABROAD });
    const exports = { ordinary: 0, sensitive: 1 };
    court.denied(event, world(event, { exports }), "EXPORT_CHANNEL_MISSING");
    const by = (channel: Partial<DeclaredRecipient>) =>
      world(event, { exports, manifest: { recipients: [{ ...ABROAD, ...channel }] } });
    court.allowed(event, by({ exportChannel: "standard-contract" }));
    court.allowed(event, by({ exportChannel: "certification" }));
    court.allowed(event, by({ exportExemption: "contract-with-person" }));
    court.denied(event, by({ exportExemption: "head-office" }), "EXPORT_CHANNEL_MISSING");
  },
  "EX-17/1"(court) {
    const recipient: EventRecipient = { id: "court-abroad", role: "foreign-judicial" };
    const event: EventOf<"share"> = share(["gender"], { recipient });
    court.denied(event, world(event), "APPROVAL_MISSING");
    court.passes({ ...event, approvalId: "approval-1" }, world(event));
  },
};
