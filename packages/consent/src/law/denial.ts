import type { Field } from "@shiming/contract";
import type { RuleId } from "./rule-id.ts";

/** The reason of a {@link Denial}. */
export type DenialCode =
  | "ASK_INVALID"
  | "FIELD_UNKNOWN"
  | "RECIPIENT_UNKNOWN"
  | "RECIPIENT_NOT_NAMED"
  | "NOTICE_NOT_SHOWN"
  | "CHANGE_NOT_NOTICED"
  | "CONSENT_MISSING"
  | "CONSENT_REFUSED"
  | "CONSENT_WITHDRAWN"
  | "CONSENT_EXPIRED"
  | "SCOPE_EXCEEDED"
  | "SEPARATE_CONSENT_REQUIRED"
  | "WRITTEN_CONSENT_REQUIRED"
  | "GUARDIAN_REQUIRED"
  | "RECONSENT"
  | "SHARE_NO_CONSENT"
  | "FACE_TRANSMIT"
  | "FACE_ONLY"
  | "NID_ONLY"
  | "NID_PLAINTEXT"
  | "UNEQUAL_SERVICE"
  | "NO_REALNAME_DUTY"
  | "ALREADY_VERIFIED"
  | "DOCUMENT_NOT_NEEDED"
  | "REFUSAL_NOT_ALLOWED"
  | "REASK_TOO_SOON"
  | "ASSESSMENT_MISSING"
  | "AGREEMENT_MISSING"
  | "EXPORT_CHANNEL_MISSING"
  | "APPROVAL_MISSING"
  | "NOT_PUBLIC"
  | "SURPLUS_DATA"
  | "CHILD_RULES_MISSING"
  | "OPT_OUT_MISSING"
  | "HUMAN_ROUTE_MISSING"
  | "MINOR_MARKETING";

/** Why a handling is denied, in words that name no value. */
export const DENIAL_MESSAGES: Readonly<Record<DenialCode, string>> = {
  ASK_INVALID: "the ask has a part that is not known",
  FIELD_UNKNOWN: "a field has no label, so nothing says how it may be handled",
  RECIPIENT_UNKNOWN: "the role of a recipient is not known",
  RECIPIENT_NOT_NAMED: "the person was not told, or did not agree to, this recipient by name (PIPL 23)",
  NOTICE_NOT_SHOWN: "a notice that comes first was not shown (PIPL 17)",
  CHANGE_NOT_NOTICED: "the person was not told what has changed (PIPL 17(2))",
  CONSENT_MISSING: "there is no consent of the person (PIPL 13(1)(1))",
  CONSENT_REFUSED: "the person has refused",
  CONSENT_WITHDRAWN: "the person has withdrawn the consent (PIPL 15)",
  CONSENT_EXPIRED: "the consent has expired",
  SCOPE_EXCEEDED: "the consent does not cover these fields",
  SEPARATE_CONSENT_REQUIRED: "a separate consent is needed (PIPL 23, 25, 26, 29, 39)",
  WRITTEN_CONSENT_REQUIRED: "a written consent is needed (PIPL 14(1), 29)",
  GUARDIAN_REQUIRED: "under 14 a parent or guardian decides (PIPL 31)",
  RECONSENT: "purpose, method or kinds have changed: the consent is asked for again (PIPL 14(2))",
  SHARE_NO_CONSENT: "there is no consent to providing the data to this recipient (PIPL 23)",
  FACE_TRANSMIT: "no law and no consent lets the face image leave the device (Face Measures 8)",
  FACE_ONLY: "no other way than the face is offered (Face Measures 10)",
  NID_ONLY: "no other way than the network identity is offered (NDSR 43)",
  NID_PLAINTEXT: "the network identity has passed: no plain identity beside it",
  UNEQUAL_SERVICE: "users of one way get more than the others",
  NO_REALNAME_DUTY: "no law asks for a real name in this service (CSL 26, Anti-Telecom-Fraud Law 21)",
  ALREADY_VERIFIED: "one way has passed, and one is enough (PIPL 6)",
  DOCUMENT_NOT_NEEDED: "no law asks for keeping more than the result (PIPL 19)",
  REFUSAL_NOT_ALLOWED: "the service cannot be refused for data that it does not need (PIPL 16)",
  REASK_TOO_SOON: "the person has refused and is not to be asked again yet (NDSR 22(5))",
  ASSESSMENT_MISSING: "the impact assessment comes first (PIPL 55)",
  AGREEMENT_MISSING: "there is no contract or agreement with a recipient (PIPL 20, 21; NDSR 12)",
  EXPORT_CHANNEL_MISSING: "the data have no way out of the mainland (PIPL 38)",
  APPROVAL_MISSING: "the authority has not approved giving data to a foreign judicial body (PIPL 41)",
  NOT_PUBLIC: "the data are not known to be public (PIPL 13(1)(6))",
  SURPLUS_DATA: "surplus data are deleted or made anonymous, else only stored (NDSR 24)",
  CHILD_RULES_MISSING: "there are no rules of their own for children (PIPL 31(2))",
  OPT_OUT_MISSING: "there is no option without targeting, and no easy way to refuse (PIPL 24(2))",
  HUMAN_ROUTE_MISSING: "there is no explanation and no decision by a person (PIPL 24(3))",
  MINOR_MARKETING: "no commercial marketing to minors by automated decision (Minors Regulation 24(3))",
};

/** A handling that is not allowed, and the first reason why. */
export interface Denial {
  readonly allowed: false;
  readonly code: DenialCode;
  readonly ruleId: RuleId;
  /** For developers, in English. Holds no personal value. */
  readonly message: string;
  /** The fields that it is about. */
  readonly fields: readonly Field[];
}

/** Makes a denial. */
export function deny(code: DenialCode, ruleId: RuleId, fields: readonly Field[]): Denial {
  return { allowed: false, code, ruleId, message: DENIAL_MESSAGES[code], fields };
}
