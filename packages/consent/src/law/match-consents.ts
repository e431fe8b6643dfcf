import type { Field } from "@shiming/contract";
import type { Ask } from "./ask.ts";
import { isAtLeast } from "./combine.ts";
import { type Denial, type DenialCode, deny } from "./denial.ts";
import type { ConsentEvidence, ConsentState } from "./evidence.ts";
import type { Need, NeededAct } from "./need-model.ts";

const STATES = {
  refused: "CONSENT_REFUSED",
  withdrawn: "CONSENT_WITHDRAWN",
  expired: "CONSENT_EXPIRED",
} as const satisfies Record<Exclude<ConsentState, "given">, DenialCode>;

/** The part of a need that consents answer to. */
type ConsentNeed = Pick<Need, "acts" | "actor" | "freshConsent">;

/** The first needed act that the consents on record do not carry; `undefined` where they carry all. */
export function lackingConsent(
  ask: Ask,
  need: ConsentNeed,
  consents: readonly ConsentEvidence[],
): Denial | undefined {
  const ofPurpose = consents.filter(({ purposeId }) => purposeId === ask.purposeId);
  for (const act of need.acts) {
    const denial = refusal(ask, act, ofPurpose) ?? gap(ask, { act, need }, ofPurpose);
    if (denial !== undefined) return denial;
  }
  return undefined;
}

/** A no to this very act counts, whatever else is on record. */
function refusal(ask: Ask, act: NeededAct, consents: readonly ConsentEvidence[]): Denial | undefined {
  for (const one of consents) {
    const fields = ask.fields.filter((field) => one.fields.includes(field));
    const isAbout = one.act === act.act && one.recipientId === act.recipientId && fields.length > 0;
    if (isAbout && one.state === "refused") return deny("CONSENT_REFUSED", act.ruleId, fields);
    if (isAbout && one.state === "withdrawn") return deny("CONSENT_WITHDRAWN", "CR-18", fields);
  }
  return undefined;
}

interface Wanted {
  readonly act: NeededAct;
  readonly need: ConsentNeed;
}

/** Each field must be carried by some consent; the reason of the first that is not stands for all of its kind. */
function gap(ask: Ask, { act, need }: Wanted, consents: readonly ConsentEvidence[]): Denial | undefined {
  const serving = consents.filter((one) => serves(one, act, ask));
  const problems = ask.fields.flatMap((field) => {
    const problem = problemOf(field, { act, need }, serving);
    return problem === undefined ? [] : [{ field, problem }];
  });
  const [first] = problems;
  if (first === undefined) return undefined;
  const fields = problems.filter(({ problem }) => problem === first.problem).map(({ field }) => field);
  if (first.problem !== "CONSENT_MISSING") return deny(first.problem, ruleOf(first.problem, act), fields);
  return deny(missingCode(act, consents), act.ruleId, fields);
}

/** Whether a consent is about an act: about the same one, or about a more special one that has the handling in it. */
function serves(one: ConsentEvidence, act: NeededAct, { recipients = [] }: Ask): boolean {
  if (one.act === act.act) return one.recipientId === act.recipientId;
  if (act.act !== "handle" || one.act === "transmit-face") return false;
  return one.act !== "provide" || recipients.some(({ id }) => id === one.recipientId);
}

/** The tests that a consent must pass, each with what is wrong where none passes it. */
function problemOf(
  field: Field,
  { act, need }: Wanted,
  serving: readonly ConsentEvidence[],
): DenialCode | undefined {
  const [one] = serving;
  if (one === undefined) return "CONSENT_MISSING";
  const about = serving.filter(({ fields }) => fields.includes(field));
  const [latest] = about;
  if (latest === undefined) return "SCOPE_EXCEEDED";
  const given = about.filter(({ state }) => state === "given");
  if (given.length === 0)
    return latest.state === "given" ? undefined : (STATES[latest.state] ?? "CONSENT_MISSING");
  const acted = given.filter(({ actor }) => need.actor !== "guardian" || actor === "guardian");
  if (acted.length === 0) return "GUARDIAN_REQUIRED";
  const fresh = acted.filter(({ afterChange = false }) => afterChange || !need.freshConsent);
  if (fresh.length === 0) return "RECONSENT";
  if (fresh.some(({ kind }) => isAtLeast(kind, act.kind))) return undefined;
  return act.kind === "written" ? "WRITTEN_CONSENT_REQUIRED" : "SEPARATE_CONSENT_REQUIRED";
}

function ruleOf(problem: DenialCode, act: NeededAct): NeededAct["ruleId"] {
  if (problem === "GUARDIAN_REQUIRED") return "CR-05";
  if (problem === "RECONSENT") return "CR-17";
  return problem === "CONSENT_WITHDRAWN" ? "CR-18" : act.ruleId;
}

/** What is missing, in the words of the act. */
function missingCode({ act }: NeededAct, consents: readonly ConsentEvidence[]): DenialCode {
  if (act === "transmit-face") return "FACE_TRANSMIT";
  if (act === "handle" || consents.length === 0)
    return act === "provide" ? "SHARE_NO_CONSENT" : "CONSENT_MISSING";
  if (act !== "provide") return "SEPARATE_CONSENT_REQUIRED";
  return consents.some((one) => one.act === "provide") ? "RECIPIENT_NOT_NAMED" : "SHARE_NO_CONSENT";
}
