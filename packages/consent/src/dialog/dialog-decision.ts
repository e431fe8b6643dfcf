import type { Field } from "@shiming/contract";
import type { ActDescription } from "../record.ts";
import type { Progress } from "./progress.ts";
import type { DialogNotice, Question } from "./question.ts";

/** One act. The backend adds purpose and subject, and hands it to `consent.record`. */
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
  /** The answer by a button, a recipient by a box of its own. */
  readonly method: "button" | "checkbox";
}

/** The acts that an answer is made of: one for the purpose, and one for each recipient that has a switch. */
export function decisionsOf(question: Question, progress: Progress): readonly DialogDecision[] {
  const isAgreed = progress.status === "agreed";
  const { notice, recipients, uiVersion } = question;
  const decide = (on: DialogNotice, isGiven: boolean, method: DialogAct["method"]): DialogDecision => ({
    purposeId: on.purposeId,
    ...(on.recipient === undefined ? {} : { recipient: on.recipient }),
    notice: { locale: on.locale, hash: on.hash },
    decision: isGiven ? "given" : "refused",
    optional: isGiven ? chosenOf(on, progress) : [],
    actor: on.reader,
    act: { method, initialState: "unticked", uiVersion },
  });
  return [
    decide(notice, isAgreed, "button"),
    ...recipients.map((one) =>
      decide(one, isAgreed && progress.recipients.has(one.recipient ?? ""), "checkbox"),
    ),
  ];
}

function chosenOf({ items }: DialogNotice, { fields }: Progress): readonly Field[] {
  return items.map(({ field }) => field).filter((field) => fields.has(field));
}
