import type { ConsentErrorCode, Field } from "@shiming/contract";
import { ageBandOf } from "./age-band.ts";
import { isAtLeast } from "./law/combine.ts";
import type { Need } from "./law/need-model.ts";
import { changesSince } from "./purpose-change.ts";
import type { Purpose } from "./purpose.ts";
import type { Recipient } from "./recipient.ts";
import type { ConsentRecord } from "./record.ts";

/** What is to be done with data, to hold a record against. */
export interface Wanted {
  readonly purpose: Purpose;
  /** Of an act about one alone. */
  readonly recipient: Recipient | undefined;
  readonly fields: readonly Field[];
  /** What the law asks for today. Worked out last: a field that nobody granted may have no label. */
  readonly need: () => Need;
  /** In years, when known. */
  readonly age: number | undefined;
  /** The agreement that an act about a recipient must have been made in. */
  readonly agreement: string | undefined;
}

/** Why a record does not allow what is wanted. */
export interface Refusal {
  readonly code: ConsentErrorCode;
  readonly message: string;
  readonly ruleId: string;
  readonly fields: readonly Field[];
}

/** Whether the person agrees, or knows of a handling that needs no consent. */
export function agrees(record: ConsentRecord | undefined): record is ConsentRecord {
  return record?.event === "given" || record?.event === "informed";
}

/**
 * The first reason why the latest record of a person does not allow what is wanted; nothing where it does. The one place
 * that reads records: grants, acts about recipients, late answers and the question whether to ask all go by it.
 */
export function refusalOf(record: ConsentRecord | undefined, wanted: Wanted): Refusal | undefined {
  const refuse = (code: ConsentErrorCode, ruleId: string, message: string): Refusal => ({
    code,
    message,
    ruleId,
    fields: wanted.fields,
  });
  const { recipient, purpose } = wanted;
  const about = recipient === undefined ? "this purpose" : `${recipient.id} (PIPL 23, 39)`;
  const rule = recipient === undefined ? "CR-02" : "CR-07";
  if (record === undefined)
    return refuse("CONSENT_REQUIRED", rule, `the person has not been asked for ${about}`);
  if (record.event === "withdrawn")
    return refuse("CONSENT_WITHDRAWN", "CR-18", `the person withdrew the consent to ${about}`);
  if (!agrees(record)) return refuse("CONSENT_REQUIRED", "CR-21", `the person refused ${about}`);
  if (wanted.agreement !== undefined && record.agreement !== wanted.agreement) {
    return refuse("CONSENT_REQUIRED", rule, `the consent to ${about} ended with that to the purpose`);
  }
  const changed = changesSince(record, purpose, recipient);
  if (changed.length > 0) {
    const message = `the purpose has changed since the person agreed: ${changed.join(", ")} (PIPL 14)`;
    return refuse("CONSENT_EXPIRED", "CR-17", message);
  }
  const missing = wanted.fields.filter((field) => !record.granted.includes(field));
  if (missing.length > 0)
    return {
      ...refuse("CONSENT_REQUIRED", rule, `the person did not grant: ${missing.join(", ")}`),
      fields: missing,
    };
  const need = wanted.need();
  const byAge = refusalByAge(record, { ...wanted, isGuardianNeeded: need.actor === "guardian" });
  if (byAge !== undefined || isAtLeast(record.kind, need.consent)) return byAge;
  const [ruleId = rule] = need.ruleIds;
  return refuse("CONSENT_REQUIRED", ruleId, `${need.consent} consent is needed today`);
}

/** Who has come of age decides anew (PIPL 31), and nobody under 14 alone. */
function refusalByAge(
  { actor, ageBand }: ConsentRecord,
  { age, fields, isGuardianNeeded }: Wanted & { readonly isGuardianNeeded: boolean },
): Refusal | undefined {
  const isChild = age === undefined ? isGuardianNeeded : ageBandOf(age) === "under-14";
  if (isChild && actor !== "guardian") {
    const message = "under 14 a parent or guardian decides (PIPL 31)";
    return { code: "GUARDIAN_REQUIRED", message, ruleId: "CR-05", fields };
  }
  if (age !== undefined && !isChild && ageBand === "under-14") {
    const message = "a guardian decided; from 14 on the person does (PIPL 31)";
    return { code: "CONSENT_EXPIRED", message, ruleId: "CR-06", fields };
  }
  return undefined;
}
