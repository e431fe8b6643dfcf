/** METHOD 1 and 2. */
import { collect, MANIFEST_CHECK, NOW, permission, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";

const phone = collect(["mobile-number"]);

/** Scenarios of IC-1 and IC-2. */
export const IC_1_2_SCENARIOS: Scenarios = {
  "IC-1-1/1": (court) => {
    const { policy: _none, ...manifest } = world(phone).manifest ?? {};
    const context = { ...world(phone), manifest };
    court.denied({ type: "sdk.init", sdk: "analytics" }, context, "POLICY_MISSING");
    court.denied(phone, context, "POLICY_MISSING");
  },
  "IC-1-1/2": (court) =>
    court.denied(MANIFEST_CHECK, world(phone, { policy: { purposesCovered: [] } }), "POLICY_INCOMPLETE"),

  "IC-1-2/1": (court) => court.denied(phone, { ...world(phone), notice: {} }, "NOTICE_NOT_SHOWN"),
  "IC-1-2/2": (court) => court.passes(phone, world(phone, { notice: { presentation: "full-page" } })),

  "IC-1-3/1": (court) =>
    court.flagged(MANIFEST_CHECK, world(phone, { policy: { tapsFromMain: 5 } }), "POLICY_HARD_TO_REACH"),
  "IC-1-3/2": (court) => court.passes(MANIFEST_CHECK, world(phone, { policy: { tapsFromMain: 4 } })),

  "IC-1-4/1": (court) =>
    court.flagged(MANIFEST_CHECK, world(phone, { policy: { languages: ["en"] } }), "NO_ZH_HANS"),

  "IC-2-1/1": (court) => {
    const bySdk = collect(["device-identifier"], { initiator: "sdk:analytics" });
    court.denied(bySdk, world(bySdk), "UNDECLARED_INITIATOR");
  },
  "IC-2-1/2": (court) =>
    court.denied(MANIFEST_CHECK, world(phone, { purpose: { id: "other services" } }), "PURPOSE_NOT_A_CODE"),

  "IC-2-2/1": (court) => {
    const policy = { hash: "policy-2", version: "2", effectiveAt: "2026-06-01T00:00:00Z" };
    const seen = { notice: { policyHash: "policy-2", purposes: ["sign-in"] }, policy };
    const forNew = collect(["mobile-number"], { purpose: "find-friends" });
    court.denied(forNew, world(forNew, seen), "CHANGE_NOT_NOTICED");
    court.allowed(phone, world(phone, seen));
    const notice = { ...seen.notice, changePresentedAt: "2026-06-02T00:00:00Z" };
    court.allowed(forNew, world(forNew, { ...seen, notice }));
  },

  "IC-2-3/1": (court) => {
    const { rationale: _none, ...unexplained } = collect(["id-document-number"]);
    court.denied(unexplained, world(unexplained), "JIT_NOTICE_MISSING");
  },
  "IC-2-3/2": (court) => {
    const rationale = { purposeId: "scan", text: "To read the document", shownAt: NOW };
    const camera = permission(["CAMERA"], { featureId: "document-scan", purpose: "scan", rationale });
    court.passes(camera, world(camera));
  },

  "IC-2-4/1": (court) =>
    court.flagged(MANIFEST_CHECK, world(phone, { policy: { hasSummary: false } }), "SUMMARY_MISSING"),
};
