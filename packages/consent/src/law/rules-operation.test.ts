import { expect } from "vitest";
import { need } from "./need.ts";
import { ask, consentTo } from "../test-support/asks.ts";
import { type CasesOf, withChange, describeRules } from "../test-support/describe-rules.ts";
import { OPERATION_RULES } from "./rules-operation.ts";

const CASES: CasesOf = {
  "CR-11": {
    "asks for a separate consent to publishing": () => {
      const publish = ask({ operation: "publish" });
      expect(need(publish)).toMatchObject({
        consent: "separate",
        impactAssessment: true,
        records: expect.arrayContaining(["impact-assessment-3y"]),
      });
      expect(withChange(publish, { consents: [consentTo(publish, { kind: "separate" })] })).toBe(
        "SEPARATE_CONSENT_REQUIRED CR-11",
      );
    },
  },
  "CR-12": {
    "asks for a separate consent to another use of images from a public place": () => {
      const images = ask({ fields: ["photos"], publicPlaceImages: true, basis: "13.5", legalRef: "news" });
      expect(need(images).acts).toEqual([{ act: "public-place", kind: "separate", ruleId: "CR-12" }]);
      expect(withChange(images, { consents: [] })).toBe("CONSENT_MISSING CR-12");
      const secret = { ...images, noticeExemptBy: "law", fields: ["gender"] } as const;
      expect(need(secret)).toMatchObject({ notices: ["N17"], records: ["consent"] });
    },
  },
  "CR-14": {
    "asks for a separate consent, and a further one to send a face": () => {
      const face = ask({ operation: "face-verify", fields: ["face-image"] });
      expect(need(face)).toMatchObject({
        consent: "separate",
        notices: expect.arrayContaining(["N-FACE"]),
        impactAssessment: true,
      });
      expect(withChange(face, { consents: [consentTo(face, { kind: "separate" })] })).toBe(
        "FACE_TRANSMIT CR-14",
      );
      expect(need({ ...face, staysOnDevice: true }).acts.map(({ act }) => act)).toEqual(["handle"]);
      expect(need({ ...face, basis: "13.3", legalRef: "law" }).acts).toEqual([]);
      expect(need({ ...face, basis: "13.2", legalRef: "contract" }).acts).toHaveLength(1);
    },
    "holds for a check of the face whatever its fields are called": () => {
      expect(need(ask({ operation: "face-verify", fields: ["name"] }))).toMatchObject({
        consent: "separate",
        impactAssessment: true,
        records: expect.arrayContaining(["impact-assessment-3y"]),
      });
    },
    "asks for another way, unless a state rule says otherwise": () => {
      const face = ask({ operation: "face-verify", fields: ["face-image"] });
      expect(withChange(face, { waysOffered: ["face"] })).toBe("FACE_ONLY CR-14");
      expect(withChange({ ...face, faceOnlyRequiredBy: "rule" }, { waysOffered: [] })).toBe("allowed");
    },
  },
  "CR-15": {
    "asks for an option without targeting, and for a person where the effect is major": () => {
      const decision = ask({ operation: "auto-decision" });
      expect(need(decision)).toMatchObject({
        impactAssessment: true,
        records: expect.arrayContaining(["impact-assessment-3y"]),
      });
      expect(withChange(decision, { inPlace: [] })).toBe("OPT_OUT_MISSING CR-15");
      expect(withChange({ ...decision, majorEffect: true }, { inPlace: ["opt-out"] })).toBe(
        "HUMAN_ROUTE_MISSING CR-15",
      );
    },
    "denies marketing to minors": () => {
      const marketing = ask({ operation: "auto-decision", marketing: true });
      expect(withChange({ ...marketing, age: 17 }, {})).toBe("MINOR_MARKETING CR-15");
      expect(withChange({ ...marketing, age: 18 }, {})).toBe("allowed");
    },
  },
};

describeRules(OPERATION_RULES, CASES);
