import type { Field } from "@shiming/contract";
import type { ActDescription } from "../record.ts";
import type { Progress } from "./progress.ts";
import type { DialogNotice, Question } from "./question.ts";

/**
 * One act. The backend adds purpose and subject, and hands it to `consent.record`; of several one after the other, because
 * the yes to a recipient stands on the yes to the purpose.
 */
export interface DialogDecision {
  readonly purposeId: string;
  /** The recipient that the act is about. Absent: the purpose itself. */
  readonly recipient?: string;
  readonly notice: { readonly locale: "en" | "zh"; readonly hash: string };
  readonly decision: "given" | "refused";
  /** Optional fields that the person switched on. */
  readonly optional: readonly Field[];
  /** Whom the notice spoke to. */
  readonly actor: "subject" | "guardian";
  readonly act: DialogAct;
}

/** How the decision was made known. */
export interface DialogAct extends Required<ActDescription> {
  /** The answer by a button; the yes to a recipient by a box of its own. */
  readonly method: "button" | "checkbox";
}

/**
 * The acts that an answer is made of. A yes: one for the purpose, and one for each recipient whose box is on; a box that is
 * off is no answer, because a person who left it alone has refused nothing. A no: one for each, by the button that says so.
 */
export function decisionsOf(question: Question, progress: Progress): readonly DialogDecision[] {
  const { notice, recipients, uiVersion } = question;
  const act = (method: DialogAct["method"]): DialogAct => ({ method, initialState: "unticked", uiVersion });
  if (progress.status !== "agreed")
    return [notice, ...recipients].map((one) => ({ ...refusalOf(one), act: act("button") }));
  const chosen = recipients.filter(({ recipient = "" }) => progress.recipients.has(recipient));
  return [
    { ...consentOf(notice, progress), act: act("button") },
    ...chosen.map((one) => ({ ...consentOf(one, progress), act: act("checkbox") })),
  ];
}

type Answer = Omit<DialogDecision, "act">;

function refusalOf(notice: DialogNotice): Answer {
  return { ...aboutOf(notice), decision: "refused", optional: [] };
}

function consentOf(notice: DialogNotice, progress: Progress): Answer {
  return { ...aboutOf(notice), decision: "given", optional: chosenOf(notice, progress) };
}

function aboutOf({ purposeId, recipient, locale, hash, reader }: DialogNotice) {
  return {
    purposeId,
    ...(recipient === undefined ? {} : { recipient }),
    notice: { locale, hash },
    actor: reader,
  };
}

function chosenOf({ items }: DialogNotice, { fields }: Progress): readonly Field[] {
  return items.map(({ field }) => field).filter((field) => fields.has(field));
}
