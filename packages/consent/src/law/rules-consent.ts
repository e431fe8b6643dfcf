import { isCited } from "./is-cited.ts";
import { deny } from "./denial.ts";
import type { Duties, LawRule } from "./rule.ts";
import type { Situation } from "./situation.ts";

const ASSESSMENT: Duties = { impactAssessment: true, records: ["impact-assessment-3y"] };

/** PIPL 18 lifts the notice where a law asks for secrecy; a consent without a notice would be none. */
const isNoticeExempt = ({ ask, asks }: Situation): boolean => !asks && isCited(ask.noticeExemptBy);

/** CR-01 to CR-06, CR-16, CR-17, CR-25, CR-26: who must agree, in which way, and what they are told. */
export const CONSENT_RULES: readonly LawRule[] = [
  {
    id: "CR-01",
    clause: "PIPL 13(2), 17, 18",
    when: ({ basis }) => basis !== "13.1",
    duties: (situation) => (isNoticeExempt(situation) ? {} : { notices: ["N17"] }),
  },
  {
    id: "CR-02",
    clause: "PIPL 14(1), 17",
    when: ({ asks }) => asks,
    duties: () => ({ acts: [{ act: "handle", kind: "general" }], notices: ["N17"], records: ["consent"] }),
  },
  {
    id: "CR-03",
    clause: "PIPL 28-30, 55(1); NDSR 22(2)",
    when: ({ sensitive }) => sensitive.length > 0,
    duties: (situation) => ({
      ...ASSESSMENT,
      acts: situation.asks ? [{ act: "handle", kind: "separate" }] : [],
      notices: isNoticeExempt(situation) ? [] : ["N30"],
    }),
  },
  {
    id: "CR-04",
    clause: "PIPL 14(1), 29",
    when: ({ ask }) => isCited(ask.writtenRequiredBy),
    duties: () => ({ acts: [{ act: "handle", kind: "written" }], notices: ["N17"], records: ["consent"] }),
  },
  {
    id: "CR-05",
    clause: "PIPL 28, 31; NDSR 21, 22(3); Children Provisions 8-10",
    when: ({ isChild }) => isChild,
    duties: () => ({ guardian: true, notices: ["N-CHILD"], obligations: ["children-rules"] }),
  },
  {
    // From 14 the person acts alone; these duties are for everybody under 18.
    id: "CR-06",
    clause: "GB/T 35273-2020 5.4 d; Minors Regulation 24, 31-37",
    when: ({ isMinor }) => isMinor,
    duties: () => ({ obligations: ["protect-minors"] }),
  },
  {
    id: "CR-16",
    clause: "PIPL 13(1)(6), 27",
    when: ({ ask }) => ask.basis === "13.6",
    duties: () => ({ obligations: ["reasonable-scope"] }),
    forbids: ({ ask, basis }, { alreadyPublic, consents }) => {
      if (basis === "13.6" && !alreadyPublic) return deny("NOT_PUBLIC", "CR-16", ask.fields);
      const refusals = consents.filter(
        (one) => one.purposeId === ask.purposeId && ["refused", "withdrawn"].includes(one.state),
      );
      const refused = ask.fields.filter((field) => refusals.some(({ fields }) => fields.includes(field)));
      return refused.length > 0 ? deny("CONSENT_REFUSED", "CR-16", refused) : undefined;
    },
  },
  {
    id: "CR-17",
    clause: "PIPL 14(2), 17(2); NDSR 22(6)",
    when: ({ ask }) => (ask.changedSince ?? []).length > 0,
    duties: () => ({ freshConsent: true, notices: ["N-CHANGE"] }),
  },
  {
    // Own choice: the law says nothing of an unknown age. CR-03 and CR-05 hold then.
    id: "CR-25",
    clause: "PIPL 31",
    when: ({ ask, isChild }) => isChild && ask.age === "unknown",
  },
  {
    // Own choice: what the basis stands on has to be named.
    id: "CR-26",
    clause: "PIPL 13",
    when: ({ ask, basis }) => ask.basis !== "13.1" && basis === "13.1" && (ask.legalRef ?? "").trim() === "",
  },
];
