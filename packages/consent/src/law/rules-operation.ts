import { isCited } from "./is-cited.ts";
import { deny } from "./denial.ts";
import { offersOther } from "./real-name-ways.ts";
import type { LawRule } from "./rule.ts";
import type { Situation } from "./situation.ts";

const usesFace = ({ ask }: Situation): boolean =>
  ask.operation === "face-verify" || ask.fields.includes("face-image");

/** CR-11, CR-12, CR-14, CR-15: what weighs more than plain handling. */
export const OPERATION_RULES: readonly LawRule[] = [
  {
    id: "CR-11",
    clause: "PIPL 25, 55(3)",
    when: ({ ask }) => ask.operation === "publish",
    duties: ({ asks }) => ({
      acts: asks ? [{ act: "publish", kind: "separate" }] : [],
      impactAssessment: true,
      records: ["impact-assessment-3y"],
    }),
  },
  {
    // The separate consent is the only exception that PIPL 26 knows, whatever the basis.
    id: "CR-12",
    clause: "PIPL 26",
    when: ({ ask }) => ask.publicPlaceImages === true,
    duties: () => ({
      acts: [{ act: "public-place", kind: "separate" }],
      notices: ["N17"],
      records: ["consent"],
    }),
  },
  {
    id: "CR-14",
    clause: "Face Measures 5-10",
    when: usesFace,
    duties: ({ ask, asks, basis }) => ({
      acts: [
        ...(asks ? [{ act: "handle", kind: "separate" } as const] : []),
        // Of the bases only a legal duty is a law that lets the image leave the device.
        ...(ask.staysOnDevice === true || basis === "13.3"
          ? []
          : [{ act: "transmit-face", kind: "separate" } as const]),
      ],
      notices: ["N-FACE"],
      impactAssessment: true,
      records: ["impact-assessment-3y"],
    }),
    forbids: ({ ask }, { waysOffered }) =>
      offersOther(waysOffered, "face") || isCited(ask.faceOnlyRequiredBy)
        ? undefined
        : deny("FACE_ONLY", "CR-14", ["face-image"]),
  },
  {
    id: "CR-15",
    clause: "PIPL 24, 55(2); NDSR 42; Minors Regulation 24(3)",
    when: ({ ask }) => ask.operation === "auto-decision",
    duties: ({ ask }) => ({
      impactAssessment: true,
      records: ["impact-assessment-3y"],
      obligations: [
        "opt-out",
        "no-unfair-price",
        ...(ask.majorEffect === true ? (["human-route"] as const) : []),
      ],
    }),
    forbids: ({ ask, isMinor }) =>
      isMinor && ask.marketing === true ? deny("MINOR_MARKETING", "CR-15", ask.fields) : undefined,
  },
];
