import type { Scenario } from "../../wire.ts";
import { SPECIAL_NAMES, type VendorState } from "./special-names.ts";

/** What happens, what it is a story of, what to send, what comes back. */
export type Row = readonly [name: string, story: string, request: Scenario["request"], answer: string];

/** The scenarios of one action. */
export function rows(action: string, table: readonly Row[]): Scenario[] {
  return table.map(([name, story, request, answer]) => ({
    id: `tencent/${action}/${name}`,
    wire: "tencent",
    action,
    story,
    request,
    answer,
  }));
}

/** Well-formed, and nobody's: the last number of a sequence that the preset citizens do not use. */
export const UNKNOWN_ID_NUMBER = "110000190101019997";
/** Well-formed, and nobody's: segment 164 is not assigned to subscribers. */
export const UNKNOWN_PHONE = "16499999999";

const STATE_STORIES: Readonly<Record<VendorState, string>> = {
  busy: "A name that finds the vendor busy.",
  "daily-limit": "A name that was asked for too often today.",
  segment: "A name whose phone is of a segment that is not supported.",
  "identity-invalid": "A name whose identity is no longer valid.",
  throttled: "A name that has been asked for too fast.",
};

/** One row for each state of the vendor that a name stands for and this action has a code for; the last for all. */
export function stateRows(
  request: Scenario["request"],
  codes: Readonly<Partial<Record<VendorState, string>>>,
): readonly Row[] {
  return Object.entries({ ...codes, throttled: "RequestLimitExceeded" }).map(([key, code]): Row => {
    // The keys of the record above are its type's.
    const state = key as VendorState;
    return [state, STATE_STORIES[state], { ...request, Name: SPECIAL_NAMES[state] }, code];
  });
}
