import assert from "node:assert/strict";
import type { EventOf, RuleEvent } from "../../rules/event.ts";
import { deletionsDue } from "../../rules/retention.ts";
import { register, SUBJECT } from "../community.ts";
import { AGREED_AT, collect, MANIFEST_CHECK, NOW, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";
import { decide, service } from "../services.ts";

const WITHDRAWAL: EventOf<"consent.withdraw"> = {
  type: "consent.withdraw",
  purpose: "sign-in",
  fields: ["gender"],
  recipient: { id: "acme", role: "handler" },
  steps: 1,
};
const STOPPED = { ...WITHDRAWAL, stopped: ["acme"] };

/** EX-06, EX-07, EX-08, EX-15, EX-18, EX-19 and EX-20. */
export const EX_KEEPING_SCENARIOS: Scenarios = {
  async "EX-06/1"(court) {
    court.denied(WITHDRAWAL, world(WITHDRAWAL), "STOP_NOT_SENT");
    const delivered = { ...STOPPED, furtherHandling: ["deliver"] };
    court.denied(delivered, world(WITHDRAWAL), "HANDLING_GOES_ON");
    court.denied({ ...STOPPED, serviceRefused: true }, world(WITHDRAWAL), "REFUSAL_NOT_ALLOWED");
    court.allowed(STOPPED, world(WITHDRAWAL));

    // What waits in the recipient's queue opens no more.
    const { consent } = service();
    const record = await decide(consent, register);
    const grant = await consent.grant(register, SUBJECT);
    const queued = consent.seal(register, SUBJECT, { "mobile-number": "16400000001" });
    await consent.withdraw(record.id);
    const opening = queued.open("mobile-number", grant, { recipient: "acme" });
    await assert.rejects(opening, { code: "CONSENT_WITHDRAWN" });
  },
  "EX-06/2"(court) {
    const kept = { ...STOPPED, furtherHandling: ["store", "protect"], legalRef: "网络安全法 23" };
    court.allowed(kept, world(kept));
    court.denied({ ...STOPPED, furtherHandling: ["store"] }, world(kept), "NOT_DELETED");
    court.denied({ ...kept, furtherHandling: ["store", "use"] }, world(kept), "HANDLING_GOES_ON");
    const use = collect(["gender"]);
    court.denied(use, world(use, { consent: { state: "withdrawn" } }), "CONSENT_WITHDRAWN");
  },
  async "EX-07/1"(court) {
    const surplus = ["address", "gender", "marital-status"] as const;
    const event = collect(["mobile-number"], { surplus });
    court.denied(event, world(event), "SURPLUS_KEPT");
    court.allowed({ ...event, surplusHandling: "dropped" }, world(event));
    court.allowed({ ...event, surplusHandling: "anonymised" }, world(event));

    const { consent } = service();
    await decide(consent, register);
    const grant = await consent.grant(register, SUBJECT);
    const reply = { "mobile-number": "16400000001", address: "x", gender: "x", "marital-status": "x" };
    const { data, blocked } = consent.collect(register, reply, grant);
    assert.deepEqual(data, { "mobile-number": "16400000001" });
    assert.deepEqual(
      blocked.map(({ field }) => field),
      surplus,
    );
  },
  "EX-08/1"(court) {
    const kept = {
      id: "row-1",
      purpose: "sign-in",
      field: "mobile-number",
      collectedAt: "2026-05-15T08:00:00Z",
    } as const;
    const declared = collect(["mobile-number"]);
    const context = world(declared, { consent: { retentionDays: 31 } });
    const longer = world(declared, { item: { retentionDays: 90 }, consent: { retentionDays: 31 } });
    const day = (at: string): RuleEvent => ({ type: "timer.tick", at, kept: [kept] });
    court.passes(day("2026-06-14T08:00:00Z"), context);
    court.denied(day("2026-06-14T08:00:01Z"), context, "RETENTION_OVER");
    court.passes(day("2026-06-15T08:00:00Z"), longer);
    court.denied(day("2026-06-15T08:00:01Z"), longer, "RETENTION_OVER");
    court.passes({ type: "timer.tick", kept: [{ ...kept, deletedAt: NOW }] }, longer);

    const sweep = deletionsDue([kept], context, NOW);
    assert.deepEqual(sweep, [{ id: "row-1", purpose: "sign-in", field: "mobile-number", deletedAt: NOW }]);

    const fields = ["mobile-number"] as const;
    const retain = { type: "retain", purpose: "sign-in", fields, collectedAt: AGREED_AT } as const;
    court.denied(retain, context, "RETENTION_UNSET");
    court.denied({ ...retain, expiresAt: "2026-07-16T08:00:00Z" }, context, "RETENTION_TOO_LONG");
    court.passes({ ...retain, expiresAt: "2026-07-15T07:00:00Z" }, context);
    const byLaw = world(declared, { item: { retentionDays: 180, retentionLaw: "网络安全法 23" } });
    court.passes({ ...retain, expiresAt: "2026-12-01T00:00:00Z" }, byLaw);
  },
  "EX-15/1"(court) {
    const personalisation = { nonTargetedOption: true, off: "/off", refusePush: "/refuse" };
    const lacking = world(MANIFEST_CHECK, { manifest: { personalisation } });
    court.denied(MANIFEST_CHECK, lacking, "PERSONALISATION_SWITCH_MISSING");
    court.denied({ type: "push.targeted" }, lacking, "PERSONALISATION_SWITCH_MISSING");
    court.allowed(MANIFEST_CHECK, world(MANIFEST_CHECK));
  },
  "EX-18/1"(court) {
    const items = world(collect(["id-document-number"])).manifest?.items ?? [];
    const none = world(MANIFEST_CHECK, { manifest: { items, assessments: [] } });
    court.denied(MANIFEST_CHECK, none, "ASSESSMENT_MISSING");
    court.passes(MANIFEST_CHECK, world(MANIFEST_CHECK, { manifest: { items } }));
    const assessments = [{ operation: "sensitive", id: "pia-1", date: "2026-12-01" }] as const;
    const toCome = world(MANIFEST_CHECK, { manifest: { items, assessments } });
    court.denied(MANIFEST_CHECK, toCome, "ASSESSMENT_MISSING");
  },
  "EX-19/1"(court) {
    const fields = ["mobile-number"] as const;
    const send = { type: "network.send", purpose: "sign-in", fields } as const;
    const plain = { ...send, url: "http://api.app.example/" };
    court.denied(plain, world(send), "PLAINTEXT_TRANSPORT");
    court.denied(send, world(send), "PLAINTEXT_TRANSPORT");
    court.allowed({ ...send, url: "https://api.app.example/" }, world(send));
  },
  "EX-19/2"(court) {
    const raw = { store: "main", field: "id-document-number", protection: "raw" } as const;
    const keeping = (protection: "raw" | "encrypted" | "tokenised") =>
      world(MANIFEST_CHECK, { manifest: { storage: [{ ...raw, protection }] } });
    court.denied(MANIFEST_CHECK, keeping("raw"), "RAW_AT_REST");
    court.allowed(MANIFEST_CHECK, keeping("encrypted"));
    court.allowed(MANIFEST_CHECK, keeping("tokenised"));
    const retain: RuleEvent = { type: "retain", collectedAt: NOW, fields: ["id-document-number"] };
    court.denied(retain, world(retain), "RAW_AT_REST");
  },
  "EX-20/1"(court) {
    const anonymous = world(MANIFEST_CHECK, { policy: { handlerContact: "" } });
    court.denied(MANIFEST_CHECK, anonymous, "NOTICE_INCOMPLETE");
    court.allowed(MANIFEST_CHECK, world(MANIFEST_CHECK));
  },
  "EX-20/2"(court) {
    const items = world(collect(["id-document-number"])).manifest?.items ?? [];
    const evasive = items.map(({ retentionDays: _days, ...item }) => ({
      ...item,
      retentionRule: "as long as needed",
    }));
    court.denied(
      MANIFEST_CHECK,
      world(MANIFEST_CHECK, { manifest: { items: evasive } }),
      "RETENTION_NOT_STATED",
    );
    const ruled = evasive.map((item) => ({ ...item, retentionRule: "until the account is closed" }));
    court.passes(MANIFEST_CHECK, world(MANIFEST_CHECK, { manifest: { items: ruled } }));
    const unexplained = items.map(({ effect: _effect, ...item }) => item);
    court.denied(
      MANIFEST_CHECK,
      world(MANIFEST_CHECK, { manifest: { items: unexplained } }),
      "NOTICE_INCOMPLETE",
    );
  },
};
