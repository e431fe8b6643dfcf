import { expect } from "vitest";
import type { AskRecipient } from "./ask.ts";
import { need } from "./need.ts";
import { ask, consentTo, evidenceFor } from "../test-support/asks.ts";
import { type CasesOf, codeOf, withChange, describeRules } from "../test-support/describe-rules.ts";
import { RECIPIENT_RULES } from "./rules-recipient.ts";

const acme: AskRecipient = { id: "acme", role: "handler" };

const CASES: CasesOf = {
  "CR-07": {
    "asks for a separate consent that names each handler": () => {
      const share = ask({ operation: "share", recipients: [acme] });
      expect(need(share)).toMatchObject({
        consent: "separate",
        named: ["acme"],
        agreements: ["acme"],
        impactAssessment: true,
        notices: ["N17", "N23"],
        records: expect.arrayContaining(["providing-3y"]),
      });
      const partners = consentTo(share, { act: "provide", recipientId: "partners", kind: "separate" });
      const own = consentTo(share);
      expect(withChange(share, { consents: [own] })).toBe("SHARE_NO_CONSENT CR-07");
      expect(withChange(share, { consents: [own, partners] })).toBe("RECIPIENT_NOT_NAMED CR-07");
      expect(withChange(share, { named: [] })).toBe("RECIPIENT_NOT_NAMED CR-07");
      expect(withChange(share, { agreements: [] })).toBe("AGREEMENT_MISSING CR-07");
    },
    "treats a connected third-party app as a handler": () => {
      const recipients = [{ id: "mini", role: "third-party-app" }] as const;
      expect(need(ask({ operation: "share", recipients })).consent).toBe("separate");
    },
    "keeps the notice and the contract on a legal basis": () => {
      const legal = ask({ operation: "share", basis: "13.3", legalRef: "law", recipients: [acme] });
      expect(need(legal)).toMatchObject({ consent: "none", named: ["acme"], agreements: ["acme"] });
    },
    "denies sharing with nobody in particular": () => {
      expect(withChange(ask({ operation: "share" }), {})).toBe("RECIPIENT_NOT_NAMED CR-07");
    },
  },
  "CR-08": {
    "asks for a contract and no consent of its own": () => {
      const entrust = ask({ operation: "entrust", recipients: [{ id: "acme", role: "processor" }] });
      expect(need(entrust)).toMatchObject({
        consent: "general",
        agreements: ["acme"],
        impactAssessment: true,
        records: expect.arrayContaining(["entrusting-3y", "impact-assessment-3y"]),
        obligations: expect.arrayContaining(["supervise-processor"]),
      });
      expect(withChange(entrust, { agreements: [] })).toBe("AGREEMENT_MISSING CR-08");
      expect(withChange(entrust, {})).toBe("allowed");
    },
    "denies entrusting nobody": () => {
      expect(withChange(ask({ operation: "entrust" }), {})).toBe("RECIPIENT_NOT_NAMED CR-08");
    },
  },
  "CR-09": {
    "asks for the agreement of joint handlers": () => {
      const joint = ask({ recipients: [{ id: "twin", role: "joint" }] });
      expect(need(joint)).toMatchObject({ consent: "general", agreements: ["twin"] });
      expect(need(joint).obligations).toContain("answer-jointly");
      expect(withChange(joint, { agreements: [] })).toBe("AGREEMENT_MISSING CR-09");
    },
  },
  "CR-10": {
    "tells who takes over, and asks again only for a new purpose or method": () => {
      const merger = ask({ recipients: [{ id: "new-co", role: "successor" }] });
      expect(need(merger)).toMatchObject({ notices: ["N17", "N22"], named: ["new-co"], freshConsent: false });
      expect(need({ ...merger, changedSince: ["purpose"] }).freshConsent).toBe(true);
      expect(withChange(merger, { named: [] })).toBe("RECIPIENT_NOT_NAMED CR-10");
    },
  },
  "CR-13": {
    "asks for notice, consent, assessment and a channel abroad": () => {
      const abroad = ask({ operation: "export", recipients: [{ id: "head-office", role: "handler" }] });
      expect(need(abroad)).toMatchObject({
        consent: "separate",
        notices: ["N17", "N23", "N39"],
        named: ["head-office"],
        impactAssessment: true,
        mechanisms: ["security-assessment"],
      });
      expect(codeOf(abroad, { ...evidenceFor(abroad), exportMechanism: "certification" })).toBe(
        "EXPORT_CHANNEL_MISSING CR-13",
      );
    },
    "asks a joint handler abroad for the same": () => {
      const recipients = [{ id: "twin", role: "joint", outsideMainland: true }] as const;
      expect(need(ask({ recipients }))).toMatchObject({
        consent: "separate",
        named: ["twin"],
        impactAssessment: true,
        records: expect.arrayContaining(["impact-assessment-3y"]),
        mechanisms: ["security-assessment"],
      });
    },
    "lifts the channel alone where the count is small": () => {
      const abroad = ask({ operation: "share", recipients: [{ ...acme, outsideMainland: true }] });
      const exporting = { counts: { ordinary: 99_999, sensitive: 0 } };
      expect(need(abroad, { exporting })).toMatchObject({ consent: "separate", mechanisms: ["exempt"] });
      expect(withChange(abroad, {}, { exporting })).toBe("allowed");
      expect(need({ ...abroad, fields: ["location"] }, { exporting }).mechanisms).toContain(
        "standard-contract",
      );
    },
  },
  "CR-20": {
    "denies a foreign judicial body without approval": () => {
      const court = ask({ operation: "share", recipients: [{ id: "court", role: "foreign-judicial" }] });
      expect(need(court)).toMatchObject({
        named: ["court"],
        mechanisms: ["security-assessment", "approval"],
      });
      expect(withChange(court, { approvalId: "" })).toBe("APPROVAL_MISSING CR-20");
      expect(withChange(court, {})).toBe("allowed");
    },
  },
  "CR-24": {
    "decides each hop of a chain by its role and lists them all": () => {
      const recipients = [acme, { id: "hub", role: "processor" }] as const;
      const chain = ask({ recipients });
      expect(need(chain)).toMatchObject({
        named: ["acme", "hub"],
        agreements: ["acme", "hub"],
        ruleIds: expect.arrayContaining(["CR-07", "CR-08", "CR-24"]),
      });
      expect(need(chain).acts.map(({ recipientId }) => recipientId)).toEqual([undefined, "acme"]);
      expect(withChange(chain, { named: ["acme"] })).toBe("RECIPIENT_NOT_NAMED CR-24");
    },
  },
};

describeRules(RECIPIENT_RULES, CASES);
