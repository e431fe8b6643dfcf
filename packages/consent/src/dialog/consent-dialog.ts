import { assertOptions, type Field } from "@shiming/contract";
import { type DialogDecision, decisionsOf } from "./dialog-decision.ts";
import { type DialogState, stateOf } from "./dialog-state.ts";
import { clicked, type Progress, startOf } from "./progress.ts";
import { type DialogNotice, questionOf } from "./question.ts";

/** What {@link consentDialog} shows. */
export interface ConsentDialogOptions {
  /** The notice of the purpose, from `consent.notice`. */
  readonly notice: DialogNotice;
  /** A notice for each recipient that people agree to by an act of its own (PIPL 23, 39). Default: none. */
  readonly recipients?: readonly DialogNotice[];
  /** Whether the person may be asked now, from `mayAskAgain`. Default: yes. */
  readonly ask?: { readonly allowed: boolean };
  /** Version of the page, for the record. */
  readonly uiVersion: string;
}

/** A consent dialog without a face: a page draws `state` and calls the rest. The functions need no `this`. */
export interface ConsentDialog {
  /** What to draw. The same object until something changes. */
  readonly state: DialogState;
  /** The switch of an optional field. Only `true` switches on; a required field has no switch. */
  choose(field: Field, on: boolean): void;
  /** The switch of a recipient. Only `true` switches on. */
  chooseRecipient(id: string, on: boolean): void;
  /**
   * Yes to what is required and to what was switched on; a recipient that is not switched on gets neither a yes nor a no.
   * Gives the acts to send, in the order to record them, and none once there is an answer.
   */
  agree(): readonly DialogDecision[];
  /** No to everything. Gives the acts to send, and none once there is an answer. */
  refuse(): readonly DialogDecision[];
  /** Closes without an answer, which is neither a yes nor a no. */
  dismiss(): void;
  /** Calls `listener` after each change; gives a function that ends it. */
  subscribe(listener: DialogListener): () => void;
}

/** Told of each change. */
export type DialogListener = (state: DialogState) => void;

/**
 * The model of a consent dialog for a page or a mini-program: nothing is chosen beforehand, refusing is as easy as
 * agreeing, closing is no answer, and an answer is given once.
 *
 * @throws UsageError `INVALID_OPTION` for a part that is missing.
 * @example
 * ```ts
 * import { consentDialog, type DialogNotice } from "@shiming/consent/dialog";
 *
 * export function ask(notice: DialogNotice, send: (body: string) => void): void {
 *   const dialog = consentDialog({ notice, uiVersion: "web-3" });
 *   dialog.subscribe((state) => console.log(state.status, state.items));
 *   dialog.choose("contacts", true); // the person's own click
 *   const decisions = dialog.agree(); // a second click gives none
 *   if (decisions.length > 0) send(JSON.stringify(decisions));
 * }
 * ```
 */
export function consentDialog({
  notice,
  recipients = [],
  ask = { allowed: true },
  uiVersion,
}: ConsentDialogOptions): ConsentDialog {
  assertOptions(ask, "ask");
  const question = questionOf({ notice, recipients, uiVersion });
  let progress = startOf(isTrue(ask.allowed) ? "open" : "not-shown");
  let state = stateOf(question, progress);
  const listeners = new Set<DialogListener>();

  /** Whether it went on: after an answer nothing does. */
  const move = (next: Progress): boolean => {
    if (progress.status !== "open" || next === progress) return false;
    progress = next;
    state = stateOf(question, progress);
    for (const listener of listeners) tell(listener, state);
    return true;
  };
  const answer = (status: "agreed" | "refused"): readonly DialogDecision[] =>
    move({ ...progress, status }) ? decisionsOf(question, progress) : [];

  return {
    get state() {
      return state;
    },
    choose: (name, on) => void move(clicked(question, progress, { part: "fields", name, on })),
    chooseRecipient: (name, on) => void move(clicked(question, progress, { part: "recipients", name, on })),
    agree: () => answer("agreed"),
    refuse: () => answer("refused"),
    dismiss: () => void move({ ...progress, status: "postponed" }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Whoever passes anything else, asks nobody. */
function isTrue(value: unknown): boolean {
  return value === true;
}

/** A listener that fails must not cost the person their answer: its error goes where unhandled ones go. */
function tell(listener: DialogListener, state: DialogState): void {
  try {
    listener(state);
  } catch (error) {
    void Promise.reject(error);
  }
}
