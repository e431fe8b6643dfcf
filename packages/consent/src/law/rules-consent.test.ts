import { expect } from "vitest";
import { need } from "./need.ts";
import { ask, consentTo } from "../test-support/asks.ts";
import { type CasesOf, codeOf, withChange, describeRules } from "../test-support/describe-rules.ts";
import { CONSENT_RULES } from "./rules-consent.ts";

const CASES: CasesOf = {
  "CR-01": {
    "asks for a notice and for no consent on a legal basis": () => {
      expect(need(ask({ basis: "13.3", legalRef: "ATF 22" }))).toMatchObject({
        consent: "none",
        actor: "none",
        notices: ["N17"],
        ruleIds: ["CR-01"],
      });
    },
    "keeps the other duties": () => {
      const needed = need(ask({ basis: "13.2", legalRef: "contract 7", fields: ["bank-card-number"] }));
      expect(needed).toMatchObject({ consent: "none", notices: ["N17", "N30"], impactAssessment: true });
    },
    "leaves the notice out where a law asks for secrecy": () => {
      const secret = ask({ basis: "13.3", legalRef: "law", noticeExemptBy: "law 5", fields: ["location"] });
      expect(need(secret).notices).toEqual([]);
      expect(need({ ...secret, basis: "13.1" }).notices).toEqual(["N17", "N30"]);
    },
  },
  "CR-02": {
    "asks for a general consent to ordinary data": () => {
      expect(need(ask())).toMatchObject({
        consent: "general",
        actor: "subject",
        notices: ["N17"],
        records: expect.arrayContaining(["consent"]),
        impactAssessment: false,
      });
      expect(codeOf(ask(), { notices: ["N17"] })).toBe("CONSENT_MISSING CR-02");
      expect(codeOf(ask(), {})).toBe("NOTICE_NOT_SHOWN CR-02");
    },
  },
  "CR-03": {
    "asks for a separate consent, its notice and an assessment for sensitive data": () => {
      const face = ask({ fields: ["location"] });
      expect(need(face)).toMatchObject({
        consent: "separate",
        notices: ["N17", "N30"],
        impactAssessment: true,
        records: expect.arrayContaining(["impact-assessment-3y"]),
      });
      expect(withChange(face, { consents: [consentTo(face)] })).toBe("SEPARATE_CONSENT_REQUIRED CR-03");
      expect(withChange(face, { assessmentId: "" })).toBe("ASSESSMENT_MISSING CR-03");
    },
    "takes a name beside an ID number for sensitive": () => {
      expect(need(ask({ fields: ["name"] })).consent).toBe("general");
      expect(need(ask({ fields: ["name", "id-document-number"] })).consent).toBe("separate");
    },
  },
  "CR-04": {
    "asks for a written consent where a law does, whatever the basis": () => {
      const credit = ask({ writtenRequiredBy: "征信业管理条例 18" });
      expect(need(credit).consent).toBe("written");
      const secret = { ...credit, basis: "13.3", legalRef: "law", noticeExemptBy: "law" } as const;
      expect(need(secret)).toMatchObject({ consent: "written", notices: ["N17"], records: ["consent"] });
      expect(withChange(credit, { consents: [consentTo(credit, { kind: "separate" })] })).toBe(
        "WRITTEN_CONSENT_REQUIRED CR-04",
      );
    },
  },
  "CR-05": {
    "lets a guardian act under 14, separately and by rules for children": () => {
      const child = ask({ age: 13 });
      expect(need(child)).toMatchObject({
        consent: "separate",
        actor: "guardian",
        notices: expect.arrayContaining(["N-CHILD"]),
        impactAssessment: true,
      });
      expect(withChange(child, { consents: [consentTo(child, { kind: "separate" })] })).toBe(
        "GUARDIAN_REQUIRED CR-05",
      );
      expect(withChange(child, { inPlace: [] })).toBe("CHILD_RULES_MISSING CR-05");
    },
  },
  "CR-06": {
    "lets a person act alone from 14, under the duties to minors until 18": () => {
      expect(need(ask({ age: 14 }))).toMatchObject({
        actor: "subject",
        ruleIds: expect.arrayContaining(["CR-06"]),
      });
      expect(need(ask({ age: 17 })).obligations).toContain("protect-minors");
      expect(need(ask({ age: 18 })).obligations).not.toContain("protect-minors");
    },
  },
  "CR-16": {
    "asks for no consent to public data, unless the effect is major": () => {
      const open = ask({ basis: "13.6", legalRef: "company register" });
      expect(need(open)).toMatchObject({ consent: "none", obligations: ["reasonable-scope"] });
      expect(need({ ...open, majorEffect: true }).consent).toBe("general");
      expect(withChange(open, {})).toBe("allowed");
      expect(withChange(open, { alreadyPublic: false })).toBe("NOT_PUBLIC CR-16");
    },
    "stops when the person refuses": () => {
      const open = ask({ basis: "13.6", legalRef: "company register" });
      expect(withChange(open, { consents: [consentTo(open, { state: "refused" })] })).toBe(
        "CONSENT_REFUSED CR-16",
      );
      const other = consentTo(open, { state: "refused", purposeId: "other" });
      expect(withChange(open, { consents: [other] })).toBe("allowed");
    },
  },
  "CR-17": {
    "asks again for what has changed, and tells it": () => {
      const changed = ask({ changedSince: ["kinds"] });
      expect(need(changed)).toMatchObject({ freshConsent: true, notices: ["N17", "N-CHANGE"] });
      expect(withChange(changed, { consents: [consentTo(changed)] })).toBe("RECONSENT CR-17");
      expect(withChange(changed, { notices: ["N17"] })).toBe("CHANGE_NOT_NOTICED CR-17");
    },
  },
  "CR-25": {
    "takes an unknown age for under 14 in a service for children": () => {
      expect(need(ask({ age: "unknown", childDirected: true }))).toMatchObject({
        actor: "guardian",
        ruleIds: expect.arrayContaining(["CR-05", "CR-25"]),
      });
      expect(need(ask({ age: "unknown" })).actor).toBe("subject");
    },
  },
  "CR-26": {
    "takes a basis without its evidence for consent": () => {
      expect(need(ask({ basis: "13.2" })).consent).toBe("general");
      expect(need(ask({ basis: "13.3", legalRef: " " })).ruleIds).toContain("CR-26");
      expect(withChange(ask({ basis: "13.3" }), { consents: [] })).toBe("CONSENT_MISSING CR-02");
    },
  },
};

describeRules(CONSENT_RULES, CASES);
