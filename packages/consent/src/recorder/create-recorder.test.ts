import { fakeClock } from "@shiming/contract-tests";
import { describe, expect, it } from "vitest";
import { MINUTE } from "../test-support/times.ts";
import type { RecordedAct } from "./act.ts";
import { CallBeforeConsentError } from "./call-before-consent-error.ts";
import { createRecorder, type Recorder } from "./create-recorder.ts";

const YES: RecordedAct = {
  purposeId: "register",
  subject: "account-1",
  event: "given",
  granted: ["mobile-number", "name"],
  recipients: ["acme"],
};
const NO: RecordedAct = { ...YES, event: "refused", granted: [] };
const END: RecordedAct = { ...YES, event: "withdrawn", granted: [] };
const SENT = { fields: ["mobile-number"], recipient: "acme" } as const;

/** The message of what the recorder has to say. */
function complaint(recorder: Recorder): string {
  try {
    recorder.assertNothingBeforeConsent();
  } catch (error) {
    if (error instanceof CallBeforeConsentError) return error.message;
    throw error;
  }
  return "";
}

/** Does this, a minute between each. */
function recorded(...steps: readonly ((recorder: Recorder) => void)[]): Recorder {
  const clock = fakeClock();
  const recorder = createRecorder({ clock });
  for (const step of steps) {
    step(recorder);
    clock.advance(MINUTE);
  }
  return recorder;
}

const act = (one: RecordedAct) => (recorder: Recorder) => recorder.act(one);
const send =
  (other: object = {}) =>
  (recorder: Recorder) =>
    recorder.sent({ ...SENT, ...other });

const readClipboard = (recorder: Recorder): unknown => recorder.source("clipboard", () => "")();

const reasons = (recorder: Recorder) => recorder.uncovered().map(({ field, reason }) => `${field} ${reason}`);

describe("a recorder has nothing to say of", () => {
  it.each([
    ["a run in which nothing happened", []],
    ["data that were sent after the act", [act(YES), send()]],
    ["data that were sent for the purpose of the act", [act(YES), send({ purposeId: "register" })]],
    ["data of the person who acted", [act(YES), send({ subject: "account-1" })]],
    ["data that were sent before the withdrawal", [act(YES), send(), act(END)]],
    ["data that were sent after a second yes", [act(YES), act(END), act(YES), send()]],
    ["data sent after a notice, where the law needs no more", [act({ ...YES, event: "informed" }), send()]],
    [
      "a recipient that was agreed to by itself",
      [act(YES), act({ ...YES, recipient: "bank", recipients: [] }), send({ recipient: "bank" })],
    ],
    [
      "a purpose that was withdrawn while another stands",
      [act(YES), act({ ...YES, purposeId: "pay" }), act(END), send()],
    ],
    [
      "data of one person after the withdrawal of another",
      [
        act(YES),
        act({ ...YES, subject: "account-2" }),
        act({ ...END, subject: "account-2" }),
        send({ subject: "account-1" }),
      ],
    ],
  ])("%s", (_what, steps) => {
    expect(complaint(recorded(...steps))).toBe("");
  });
});

describe("a recorder reports", () => {
  it.each([
    ["data that nobody agreed to", [send()], "mobile-number no-act"],
    ["data that were sent before the act", [send(), act(YES)], "mobile-number act-came-later"],
    ["data that were sent after the withdrawal", [act(YES), act(END), send()], "mobile-number withdrawn"],
    [
      "data sent between a withdrawal and the next yes",
      [act(YES), act(END), send(), act(YES)],
      "mobile-number withdrawn",
    ],
    ["data that the person refused", [act(NO), send()], "mobile-number refused"],
    [
      "a field that the act does not cover",
      [act(YES), send({ fields: ["gender"] })],
      "gender field-not-granted",
    ],
    [
      "only the fields that are not covered",
      [act(YES), send({ fields: ["name", "location"] })],
      "location field-not-granted",
    ],
    [
      "a recipient that the notice does not name",
      [act(YES), send({ recipient: "bank" })],
      "mobile-number recipient-not-named",
    ],
    ["another purpose", [act(YES), send({ purposeId: "pay" })], "mobile-number no-act"],
    ["another person", [act(YES), send({ subject: "account-2" })], "mobile-number no-act"],
    [
      "a recipient that was withdrawn by itself",
      [act(YES), act({ ...END, recipient: "acme" }), send()],
      "mobile-number withdrawn",
    ],
    [
      "a recipient of a purpose that was withdrawn",
      [act(YES), act({ ...YES, recipient: "bank" }), act(END), send({ recipient: "bank" })],
      "mobile-number withdrawn",
    ],
    [
      "an act for a recipient, taken for one of the app itself",
      [act({ ...YES, recipient: "acme" }), (recorder: Recorder) => recorder.source("name", () => "")()],
      "name no-act",
    ],
  ])("%s", (_what, steps, found) => {
    expect(reasons(recorded(...steps))).toEqual([found]);
  });

  it("a read of a source before the act, also one that fails", () => {
    const recorder = createRecorder({ clock: fakeClock() });
    const locate = recorder.source("location", (): string => {
      throw new RangeError("no signal");
    });

    expect(locate).toThrow(RangeError);
    expect(reasons(recorder)).toEqual(["location no-act"]);
  });

  it("what came first in the same millisecond as first", () => {
    const recorder = createRecorder({ clock: fakeClock() });
    recorder.act(YES);
    recorder.sent(SENT);
    recorder.act(END);
    recorder.sent({ ...SENT, where: "a job" });

    expect(recorder.uncovered()).toMatchObject([{ where: "a job", reason: "withdrawn" }]);
  });

  it("by the times that are given, whatever the order of telling", () => {
    const recorder = createRecorder();
    recorder.sent({ ...SENT, at: "2026-11-22T04:00:01Z" });
    recorder.sent({ ...SENT, fields: ["name"], at: "2026-11-22T03:59:59Z" });
    recorder.act({ ...YES, at: "2026-11-22T04:00:00Z" });

    expect(reasons(recorder)).toEqual(["name act-came-later"]);
  });
});

describe("a guarded source", () => {
  it("is the same function, with its arguments and its value", async () => {
    const recorder = createRecorder({ clock: fakeClock() });
    recorder.act({ ...YES, granted: ["contacts"] });
    const read = recorder.source("contacts", async (first: number, most: number) => [first, most]);

    expect(await read(2, 3)).toEqual([2, 3]);
    expect(complaint(recorder)).toBe("");
  });
});

describe("a guarded method", () => {
  it("still knows whose method it is", () => {
    const recorder = createRecorder({ clock: fakeClock() });
    const book = {
      people: ["p1", "p2"],
      read: recorder.source(
        "contacts",
        function (this: { readonly people: readonly string[] }, most: number) {
          return this.people.slice(0, most);
        },
      ),
    };

    expect(book.read(1)).toEqual(["p1"]);
    expect(reasons(recorder)).toEqual(["contacts no-act"]);
  });
});

describe("the message", () => {
  it("names each field, what was done, where, when and why it was wrong", () => {
    const recorder = recorded(
      (one) => one.source(["location"], () => "31.2,121.5", { where: "map page", purposeId: "nearby" })(),
      send({ where: "PhoneVerification", fields: ["mobile-number", "id-document-number"] }),
      act(YES),
      act(END),
      send(),
    );

    expect(complaint(recorder).split("\n")).toEqual([
      "personal data were used without consent:",
      "- location: read by map page at 2026-11-22T04:00:00.000Z: no act before it for purpose nearby",
      "- mobile-number: sent to acme by PhoneVerification at 2026-11-22T04:01:00.000Z: no act before it, of any purpose",
      "- id-document-number: sent to acme by PhoneVerification at 2026-11-22T04:01:00.000Z: no act before it, of any purpose",
      "- mobile-number: sent to acme at 2026-11-22T04:04:00.000Z: the person had withdrawn at 2026-11-22T04:03:00.000Z (purpose register)",
    ]);
  });

  it("tells a source that is read in a loop once", () => {
    expect(complaint(recorded(readClipboard, readClipboard, readClipboard))).toContain(
      "2026-11-22T04:00:00.000Z and 2 more times",
    );
  });

  it("ends after fifty lines", () => {
    const steps = Array.from({ length: 60 }, (_, index) => send({ where: `page ${index}` }));

    expect(complaint(recorded(...steps)).split("\n")).toHaveLength(52);
  });
});

describe("a recorder called without types", () => {
  const recorder = createRecorder();

  it.each([
    ["fields", () => recorder.sent({ fields: ["某一一"], recipient: "acme" } as never)],
    ["fields", () => recorder.sent({ fields: "name", recipient: "acme" } as never)],
    ["fields", () => recorder.source("nmae" as never, () => "")],
    ["act.granted", () => recorder.act({ ...YES, granted: undefined } as never)],
    ["act.event", () => recorder.act({ ...YES, event: "yes" } as never)],
    ["sent.recipient", () => recorder.sent({ fields: ["name"] } as never)],
    ["at", () => recorder.sent({ ...SENT, at: "yesterday" })],
  ])("refuses wrong %s", (path, call) => {
    expect(call).toThrow(expect.objectContaining({ code: "INVALID_INPUT", path }));
    expect(call).not.toThrow(/某一一/);
  });

  it("refuses to forget", () => {
    const full = createRecorder({ clock: fakeClock() });
    const note = () => full.sent({ fields: [], recipient: "acme" });
    for (let noted = 0; noted < 100_000; noted += 1) note();

    expect(note).toThrow(expect.objectContaining({ code: "INVALID_INPUT", path: "recorder" }));
  });
});
