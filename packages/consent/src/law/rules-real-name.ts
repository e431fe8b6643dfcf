import { isCited } from "./is-cited.ts";
import type { Field } from "@shiming/contract";
import type { AskRealName } from "./ask.ts";
import { deny } from "./denial.ts";
import type { TidyEvidence } from "./evidence.ts";
import { isIdNumber } from "./label-fields.ts";
import { lackingConsent } from "./match-consents.ts";
import { isOneWay, offersOther, REAL_NAME_WAYS } from "./real-name-ways.ts";
import type { LawRule } from "./rule.ts";
import type { Situation } from "./situation.ts";

const PLAIN_IDENTITY: readonly Field[] = ["name", "id-document-number", "id-document-copy", "face-image"];
const DOCUMENTS: readonly Field[] = [
  "id-document-copy",
  "id-document-number",
  "face-image",
  "network-identity-credential",
];
const CARD_DATA: readonly Field[] = [
  "id-document-copy",
  "id-document-number",
  "id-document-type",
  "id-document-validity",
];
/** Those that the App Provisions 6 and the Account Provisions 9 speak of. */
const REGISTERING: ReadonlySet<AskRealName["service"]> = new Set([
  "information-publishing",
  "instant-messaging",
]);

const among = (list: readonly Field[], { ask }: Situation): readonly Field[] =>
  ask.fields.filter((field) => list.includes(field));
const isUnderDuty = ({ realNameService }: Situation): boolean => realNameService !== undefined;
const isRegistering = ({ ask }: Situation): boolean =>
  ask.realName !== undefined && REGISTERING.has(ask.realName.service);
const documentLaw = ({ ask }: Situation): boolean => isCited(ask.realName?.documentRequiredBy);

/** What goes beyond one way stands on a basis of its own: a law that asks for it, or the person's separate consent. */
function hasOwnBasis(situation: Situation, { consents }: TidyEvidence): boolean {
  const { ask, isChild } = situation;
  const need = {
    acts: [{ act: "handle", kind: "separate", ruleId: "RN-07" }],
    actor: isChild ? "guardian" : "subject",
    freshConsent: (ask.changedSince ?? []).length > 0,
  } as const;
  return documentLaw(situation) || lackingConsent(ask, need, consents) === undefined;
}

/** The law asks for a true identity and not for this much: RN-07, and the setting for the ID number alone. */
function asksForMore(situation: Situation): boolean {
  const { ask, settings } = situation;
  if (!isUnderDuty(situation) || documentLaw(situation)) return false;
  const hasIdNumber = settings.separateConsentForIdNumberOnLegalDuty && ask.fields.some(isIdNumber);
  return hasIdNumber || !isOneWay(ask.fields);
}

/** CR-23 and RN-01 to RN-12: who has to ask for a true identity, and how little of it is enough. */
export const REAL_NAME_RULES: readonly LawRule[] = [
  {
    id: "CR-23",
    clause: "Network Identity Measures 7",
    when: (situation) => situation.ask.realName !== undefined,
    duties: (situation) =>
      among(REAL_NAME_WAYS["network-identity"], situation).length > 0 ? { obligations: ["result-only"] } : {},
    forbids: (situation, evidence) => {
      if (!evidence.waysPassed.includes("network-identity")) return undefined;
      const plain = among(PLAIN_IDENTITY, situation);
      return plain.length === 0 || hasOwnBasis(situation, evidence)
        ? undefined
        : deny("NID_PLAINTEXT", "CR-23", plain);
    },
  },
  {
    id: "RN-01",
    clause: "CSL 26(1)",
    when: ({ realNameService }) => realNameService?.ruleId === "RN-01",
    duties: () => ({ obligations: ["no-service-without-identity"], records: ["choice-of-method"] }),
  },
  {
    id: "RN-02",
    clause: "Anti-Telecom-Fraud Law 21",
    when: ({ realNameService }) => realNameService?.ruleId === "RN-02",
    duties: () => ({ obligations: ["no-service-without-identity"], records: ["choice-of-method"] }),
  },
  {
    id: "RN-03",
    clause: "App Provisions (2022) 6",
    when: isRegistering,
    duties: () => ({ records: ["choice-of-method"] }),
  },
  {
    id: "RN-04",
    clause: "Account Provisions (2022) 9",
    when: isRegistering,
    duties: () => ({ records: ["choice-of-method"] }),
  },
  {
    id: "RN-05",
    clause: "Minors Regulation 31, 46",
    when: (situation) => situation.isMinor && isUnderDuty(situation),
    duties: ({ ask }) => ({
      obligations: [
        "minor-or-guardian-identity",
        ...(ask.realName?.service === "live-stream-publishing" ? (["dynamic-check"] as const) : []),
        ...(ask.realName?.service === "online-games" ? (["unified-game-check"] as const) : []),
      ],
    }),
  },
  {
    id: "RN-06",
    clause: "国信办秘字〔2021〕14号 5(27)-(30); CSL 26",
    when: ({ ask }) => ask.realName !== undefined,
    duties: () => ({ obligations: ["open-without-identity"] }),
    forbids: (situation) => {
      const { ask, basis } = situation;
      const isSector = ask.realName?.service === "sector" && basis === "13.3";
      return isUnderDuty(situation) || isSector ? undefined : deny("NO_REALNAME_DUTY", "RN-06", ask.fields);
    },
  },
  {
    id: "RN-07",
    clause: "PIPL 6; METHOD 4.1",
    when: ({ ask }) => ask.realName !== undefined,
    duties: (situation) =>
      asksForMore(situation)
        ? { acts: [{ act: "handle", kind: "separate" }], notices: ["N17"], records: ["consent"] }
        : {},
    forbids: (situation, evidence) => {
      const isFurther = situation.ask.operation === "collect" && evidence.waysPassed.length > 0;
      return isFurther && !hasOwnBasis(situation, evidence)
        ? deny("ALREADY_VERIFIED", "RN-07", situation.ask.fields)
        : undefined;
    },
  },
  {
    id: "RN-08",
    clause: "PIPL 19; Network Identity Measures",
    when: ({ ask }) => ask.realName !== undefined,
    duties: () => ({ records: ["verification-result"], obligations: ["keep-result-only"] }),
    forbids: (situation) => {
      const kept = situation.ask.operation === "retain" ? among(DOCUMENTS, situation) : [];
      return kept.length > 0 && !documentLaw(situation)
        ? deny("DOCUMENT_NOT_NEEDED", "RN-08", kept)
        : undefined;
    },
  },
  {
    id: "RN-09",
    clause: "Resident Identity Card Law 13, 19",
    when: (situation) => among(CARD_DATA, situation).length > 0,
    duties: () => ({ obligations: ["keep-secret"] }),
  },
  {
    id: "RN-10",
    clause: "NDSR 43; PIPL 62(3); Network Identity Measures 7; Anti-Telecom-Fraud Law 33",
    when: (situation) => among(REAL_NAME_WAYS["network-identity"], situation).length > 0,
    duties: () => ({ obligations: ["equal-service"] }),
    forbids: (situation, { waysOffered }) =>
      offersOther(waysOffered, "network-identity")
        ? undefined
        : deny("NID_ONLY", "RN-10", among(REAL_NAME_WAYS["network-identity"], situation)),
  },
  {
    // CSL 64: order to correct; refused or serious, CNY 50,000 to 500,000, suspension or closure.
    id: "RN-11",
    clause: "CSL 64",
    when: ({ realNameService }) => realNameService?.ruleId === "RN-01",
    duties: () => ({ obligations: ["no-service-without-identity"] }),
  },
  {
    // Who refuses every way is refused that function and no other: `mayRefuseService`.
    id: "RN-12",
    clause: "CSL 26 with PIPL 16",
    when: isUnderDuty,
    duties: () => ({ obligations: ["refuse-that-function-only"] }),
  },
];
