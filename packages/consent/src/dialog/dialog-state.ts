import type { NoticeItem } from "../notice.ts";
import type { DialogStatus, Progress } from "./progress.ts";
import type { Question } from "./question.ts";

/** What to draw: plain data, fit for JSON and for `setData`. */
export interface DialogState {
  readonly status: DialogStatus;
  readonly purposeId: string;
  readonly locale: "en" | "zh";
  readonly title: string;
  /** The whole notice, a line each; show it as it is. */
  readonly text: string;
  readonly items: readonly DialogItem[];
  /** Recipients that the person agrees to one by one (PIPL 23, 39); mostly none. */
  readonly recipients: readonly DialogRecipient[];
  /** Draw them alike and in this order. Empty once there is nothing to answer. */
  readonly actions: readonly DialogAction[];
}

/** One kind of data. */
export interface DialogItem extends NoticeItem {
  /** Optional: a switch of its own, off at first. Required: has no switch and comes with the one yes. */
  readonly chosen: boolean;
}

/** A recipient with a switch of its own, off at first. */
export interface DialogRecipient {
  readonly id: string;
  readonly title: string;
  /** The whole notice about this recipient; show it as it is. */
  readonly text: string;
  readonly chosen: boolean;
}

/** One of the two answers. */
export interface DialogAction {
  readonly id: "refuse" | "agree";
  readonly label: string;
  /** The same for both: refusing is as easy as agreeing (PIPL 14, 16; Children Provisions 10). */
  readonly weight: 1;
}

const LABELS = {
  refuse: { en: "Refuse", zh: "不同意" },
  agree: { en: "Agree", zh: "同意" },
} as const;

/** What a dialog shows at this point. */
export function stateOf({ notice, recipients }: Question, progress: Progress): DialogState {
  const { purposeId, locale, title, text } = notice;
  const { status } = progress;
  return {
    status,
    purposeId,
    locale,
    title,
    text,
    items: notice.items.map(({ field, label, required, sensitive }) => ({
      field,
      label,
      required,
      sensitive,
      chosen: required ? status === "agreed" : progress.fields.has(field),
    })),
    recipients: recipients.map(({ recipient: id = "", ...about }) => ({
      id,
      title: about.title,
      text: about.text,
      chosen: progress.recipients.has(id),
    })),
    actions: status === "open" ? [action("refuse", locale), action("agree", locale)] : [],
  };
}

function action(id: DialogAction["id"], locale: DialogState["locale"]): DialogAction {
  return { id, label: LABELS[id][locale], weight: 1 };
}
