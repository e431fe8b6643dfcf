import type { Field } from "@shiming/contract";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentDialog } from "../dialog.ts";
import { notice, partner } from "../test-support/dialog-notices.ts";

interface Click {
  readonly how: "choose" | "chooseRecipient" | "agree" | "refuse" | "dismiss";
  /** For a switch; not all of them exist. */
  readonly name: string;
  readonly on: boolean;
}

/** What a page can do, in any order. */
const clicks: fc.Arbitrary<Click[]> = fc.array(
  fc.record({
    how: fc.constantFrom("choose", "choose", "chooseRecipient", "agree", "refuse", "dismiss"),
    name: fc.constantFrom("mobile-number", "contacts", "gender", "location", "partner", "other"),
    on: fc.boolean(),
  }),
  { maxLength: 30 },
);

/** All that one dialog answers to these clicks. */
function answersTo(sequence: readonly Click[]): readonly object[] {
  const dialog = consentDialog({ notice, recipients: [partner], uiVersion: "web-3" });
  return sequence.flatMap(({ how, name, on }) => {
    if (how === "agree" || how === "refuse") return dialog[how]();
    if (how === "dismiss") dialog.dismiss();
    // Not every name is a field.
    else dialog[how](name as Field, on);
    return [];
  });
}

/** The same, read off the clicks alone: the first end counts, and before it the last click on each switch. */
function expectedOf(sequence: readonly Click[]): readonly object[] {
  const end = sequence.findIndex(({ how }) => ["agree", "refuse", "dismiss"].includes(how));
  const before = sequence.slice(0, end);
  const isOn = (switched: Click["how"], one: string): boolean =>
    before.findLast(({ how, name }) => how === switched && name === one)?.on === true;
  const no = { decision: "refused", optional: [], act: { method: "button" } };
  const yes = {
    decision: "given",
    optional: ["contacts", "gender"].filter((field) => isOn("choose", field)),
  };
  const partnerToo = isOn("chooseRecipient", "partner") ? [{ ...yes, recipient: "partner" }] : [];
  const answers = { agree: [yes, ...partnerToo], refuse: [no, { ...no, recipient: "partner" }] };
  const how = sequence[end]?.how;
  return how === "agree" || how === "refuse" ? answers[how] : [];
}

describe("after any sequence of clicks", () => {
  it("there is one answer at most, and nothing in it that the person did not choose", () => {
    fc.assert(
      fc.property(clicks, (sequence) => {
        const answers = answersTo(sequence);

        expect(answers).toMatchObject(expectedOf(sequence));
        expect(answers).toHaveLength(expectedOf(sequence).length);
      }),
      { numRuns: 500 },
    );
  });
});
