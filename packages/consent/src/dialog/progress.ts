import type { Question } from "./question.ts";

/**
 * `open` waits for the person; `agreed` and `refused` are answers; `postponed` was closed without one; `not-shown` may not
 * be asked now.
 */
export type DialogStatus = "open" | "agreed" | "refused" | "postponed" | "not-shown";

/** How far the person has come. */
export interface Progress {
  readonly status: DialogStatus;
  /** Optional fields that the person switched on. */
  readonly fields: ReadonlySet<string>;
  /** Recipients that the person switched on. */
  readonly recipients: ReadonlySet<string>;
}

/** One click on a switch. */
export interface Click {
  readonly part: "fields" | "recipients";
  readonly name: string;
  /** Only `true` switches on, whatever a caller without types passes. */
  readonly on: unknown;
}

/** Nothing is chosen before the person chooses (METHOD 3.4). */
export function startOf(status: "open" | "not-shown"): Progress {
  return { status, fields: new Set(), recipients: new Set() };
}

/** The progress after a click; the same one when the click is on no switch, or changes nothing. */
export function clicked(question: Question, progress: Progress, { part, name, on }: Click): Progress {
  const isOn = on === true;
  if (!hasSwitch(question, part, name) || progress[part].has(name) === isOn) return progress;
  const chosen = new Set(progress[part]);
  if (isOn) chosen.add(name);
  else chosen.delete(name);
  return { ...progress, [part]: chosen };
}

function hasSwitch({ notice, recipients }: Question, part: Click["part"], name: string): boolean {
  return part === "fields"
    ? notice.items.some(({ field, required }) => field === name && !required)
    : recipients.some(({ recipient }) => recipient === name);
}
