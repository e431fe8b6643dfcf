import { ConsentError, type Field, UsageError } from "@shiming/contract";
import type { Need } from "./law/need-model.ts";
import type { Notice } from "./notice.ts";
import type { Purpose } from "./purpose.ts";
import type { ActDescription, ConsentActor, ConsentRecordBody } from "./record.ts";

/** What a person decided in front of a notice. */
export interface Decision<Required extends Field, Optional extends Field> {
  /** What was decided about. */
  readonly purpose: Purpose<Required, Optional>;
  /** The person, as the app calls them: an account id, never a number or a name. Only a blind index is kept. */
  readonly subject: string;
  /** The notice that was shown. */
  readonly notice: Pick<Notice, "locale" | "hash">;
  /**
   * What the person chose; a refusal is kept too. `informed` says that the notice was shown where the law needs no
   * consent (PIPL 13, last paragraph): it covers the required fields, and is refused where consent is needed.
   */
  readonly decision: "given" | "refused" | "informed";
  /** Optional fields that the person chose by an act of their own. Default: none, so nothing is pre-ticked. */
  readonly optional?: readonly NoInfer<Optional>[];
  /** The recipient that the act is about, where it is one that people agree to by an act of its own (PIPL 23, 39). */
  readonly recipient?: string;
  /** Who decided. Default `subject`. */
  readonly actor?: ConsentActor;
  /** In years, when known. Under 14 a guardian decides (PIPL 31). Only the band is kept. */
  readonly age?: number;
  /** How the person acted. Default: a button. */
  readonly act?: ActDescription;
  /** Where the signed paper is, in the app's own books, when the law asks for written consent (PIPL 14, 29). */
  readonly writtenEvidence?: string;
}

type AnyDecision = Decision<Field, Field>;

/** For callers without types: the shape, and that an answer that we do not know never passes for a yes. */
export function assertDecision(decision: AnyDecision): void {
  if (!isObject(decision)) refuse("decision", "must be an object");
  if (!isObject(decision.purpose)) refuse("decision.purpose", "must be a purpose");
  if (!isObject(decision.notice)) refuse("decision.notice", "must be the notice that was shown");
  if (!Array.isArray(decision.optional ?? [])) refuse("decision.optional", "must be a list of fields");
  if (!ANSWERS.has(decision.decision))
    refuse("decision.decision", "must be `given`, `refused` or `informed`");
  assertKnownActor(decision.actor ?? "subject", "decision.actor");
  assertAct(decision.act);
  const isAge = decision.age === undefined || typeof decision.age === "number";
  if (!isAge) refuse("decision.age", "must be a number of years");
}

const ANSWERS: ReadonlySet<unknown> = new Set(["given", "refused", "informed"]);
const METHODS: ReadonlySet<unknown> = new Set(["button", "checkbox", "signature", "speech", "official-app"]);

export function assertKnownActor(actor: ConsentActor, path: string): void {
  if (!["subject", "guardian"].includes(actor)) refuse(path, "must be `subject` or `guardian`");
}

/** METHOD 3.4 and 3.7: a box that was ticked beforehand, and going on to use the app, are no consent. */
function assertAct(act: ActDescription | undefined): void {
  if (act === undefined) return;
  if (!isObject(act)) refuse("decision.act", "must be an object");
  if (!METHODS.has(act.method)) refuse("decision.act.method", "must be an express act of the person");
  if (!["unticked", undefined].includes(act.initialState))
    refuse("decision.act.initialState", "must be `unticked`: nothing is ticked beforehand");
  if (act.uiVersion !== undefined && !/^[\w.-]{1,64}$/.test(act.uiVersion))
    refuse("decision.act.uiVersion", "must be 1 to 64 letters, digits, `.`, `_` and `-`");
}

/** The same decision, which nobody else can change. */
export function copyOf(decision: AnyDecision): AnyDecision {
  const { optional, act, notice } = decision;
  return {
    ...decision,
    notice: { locale: notice.locale, hash: notice.hash },
    ...(optional === undefined ? {} : { optional: [...optional] }),
    ...(act === undefined ? {} : { act: { ...act } }),
  };
}

/** PIPL 14(1): consent is informed, so it counts for the words that were shown and for no others. */
export function assertNotice(current: Notice, shown: Pick<Notice, "hash">): void {
  if (current.hash !== shown.hash) refuse("decision.notice.hash", "is not of the notice as it stands now");
}

/** What the law asks for, against what was done. */
export function assertDuties(decision: AnyDecision, need: Need): void {
  const { purpose, actor = "subject" } = decision;
  if (need.actor === "guardian" && actor !== "guardian") {
    const message = "under 14 a parent or guardian decides (PIPL 31)";
    throw new ConsentError("GUARDIAN_REQUIRED", { message, purposeId: purpose.id, ruleId: "CR-05" });
  }
  if (decision.decision === "informed" && need.consent !== "none") {
    const message = `showing the notice is not enough: ${need.consent} consent is needed`;
    const [ruleId = "CR-02"] = need.ruleIds;
    throw new ConsentError("CONSENT_REQUIRED", { message, purposeId: purpose.id, ruleId });
  }
  const isWritten = typeof decision.writtenEvidence === "string" && decision.writtenEvidence !== "";
  if (decision.decision === "given" && need.consent === "written" && !isWritten)
    refuse("decision.writtenEvidence", "must say where the signed paper is (PIPL 14, 29)");
}

/** What the decision grants and what it refuses. */
export function choiceOf(decision: AnyDecision): Pick<ConsentRecordBody, "granted" | "refused"> {
  const { purpose, optional = [] } = decision;
  if (!optional.every((field) => purpose.optional.includes(field)))
    refuse("decision.optional", "holds a field that is not optional in this purpose");
  if (decision.decision === "refused")
    return { granted: [], refused: [...purpose.required, ...purpose.optional] };
  if (decision.decision === "informed" && optional.length > 0)
    refuse("decision.optional", "needs a yes: being informed grants what is required");
  return {
    granted: [...purpose.required, ...optional],
    refused: purpose.optional.filter((field) => !optional.includes(field)),
  };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function refuse(path: string, rule: string): never {
  throw new UsageError("INVALID_INPUT", path, rule);
}
