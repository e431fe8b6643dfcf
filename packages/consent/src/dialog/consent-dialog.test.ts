import type { Field } from "@shiming/contract";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { consentDialog, type ConsentDialog, type ConsentDialogOptions } from "../dialog.ts";
import { notice, partner } from "../test-support/dialog-notices.ts";

const act = { method: "button", initialState: "unticked", uiVersion: "web-3" } as const;

const open = (options: Partial<ConsentDialogOptions> = {}): ConsentDialog =>
  consentDialog({ notice, recipients: [partner], uiVersion: "web-3", ...options });

const chosenIn = ({ state }: ConsentDialog): readonly string[] => [
  ...state.items.filter(({ chosen }) => chosen).map(({ field }) => field),
  ...state.recipients.filter(({ chosen }) => chosen).map(({ id }) => id),
];

describe("a consent dialog", () => {
  it("shows the notice as it is", () => {
    const { status, title, text, locale, purposeId } = open().state;

    expect({ status, title, text, locale, purposeId }).toEqual({
      status: "open",
      title: notice.title,
      text: notice.text,
      locale: "zh",
      purposeId: "register",
    });
  });

  it("starts with nothing chosen, whatever the notice carries along", () => {
    const items = notice.items.map((item) => ({ ...item, chosen: true }));

    expect(chosenIn(open())).toEqual([]);
    expect(chosenIn(open({ notice: { ...notice, items } }))).toEqual([]);
  });

  it.each([
    ["zh", "不同意", "同意"],
    ["en", "Refuse", "Agree"],
  ] as const)("offers both answers with equal weight, always in the same order: %s", (locale, no, yes) => {
    expect(open({ notice: { ...notice, locale } }).state.actions).toEqual([
      { id: "refuse", label: no, weight: 1 },
      { id: "agree", label: yes, weight: 1 },
    ]);
  });

  it("is plain data", () => {
    const dialog = open();
    dialog.choose("gender", true);

    expect(JSON.parse(JSON.stringify(dialog.state))).toEqual(dialog.state);
  });

  it("is not shown when the person may not be asked", () => {
    for (const ask of [{ allowed: false }, {}, { allowed: "no" }]) {
      // Plain JavaScript can pass the last two.
      const dialog = open({ ask: ask as { allowed: boolean } });

      expect(dialog.state).toMatchObject({ status: "not-shown", actions: [] });
      expect(dialog.agree()).toEqual([]);
      expect(dialog.refuse()).toEqual([]);
    }
    expect(open({ ask: { allowed: true } }).state.status).toBe("open");
  });
});

describe("a yes", () => {
  it("is to what is required, and to nothing that was not switched on", () => {
    expect(open({ recipients: [] }).agree()).toEqual([
      {
        purposeId: "register",
        notice: { locale: "zh", hash: "hash-of-the-notice" },
        decision: "given",
        optional: [],
        actor: "subject",
        act,
      },
    ]);
  });

  it("covers what was switched on, and not what was switched off again", () => {
    const dialog = open({ recipients: [] });
    dialog.choose("contacts", true);
    dialog.choose("gender", true);
    dialog.choose("contacts", false);

    expect(dialog.agree()[0]).toMatchObject({ decision: "given", optional: ["gender"] });
    expect(chosenIn(dialog)).toEqual(["mobile-number", "gender"]);
  });

  it("is an act of its own for each recipient that was switched on", () => {
    const other = { ...partner, recipient: "other", hash: "hash-about-the-other" };
    const dialog = open({ recipients: [partner, other] });
    dialog.choose("gender", true);
    dialog.chooseRecipient("partner", true);

    expect(dialog.agree()).toMatchObject([
      { decision: "given", optional: ["gender"], act },
      {
        recipient: "partner",
        notice: { hash: "hash-about-the-partner" },
        decision: "given",
        optional: ["gender"],
        act: { ...act, method: "checkbox" },
      },
    ]);
  });

  it("is no word on a recipient whose box was left alone, or switched off again", () => {
    expect(open().agree()).toHaveLength(1);
    const dialog = open();
    dialog.chooseRecipient("partner", true);
    dialog.chooseRecipient("partner", false);

    expect(dialog.agree()).toMatchObject([{ decision: "given", act }]);
  });

  it("is the guardian's where the notice speaks to the guardian", () => {
    expect(open({ notice: { ...notice, reader: "guardian" } }).agree()[0]?.actor).toBe("guardian");
  });

  it("is about the recipient alone where the notice is", () => {
    expect(open({ notice: partner, recipients: [] }).agree()).toMatchObject([{ recipient: "partner", act }]);
  });
});

describe("a no", () => {
  it("is to everything, also to what was switched on", () => {
    const dialog = open();
    dialog.choose("gender", true);
    dialog.chooseRecipient("partner", true);

    expect(dialog.refuse()).toMatchObject([
      { decision: "refused", optional: [], act },
      { recipient: "partner", decision: "refused", optional: [], act },
    ]);
    expect(dialog.state).toMatchObject({ status: "refused", actions: [] });
  });
});

describe("an answer", () => {
  it.each(["agree", "refuse"] as const)("is given once: %s", (first) => {
    const dialog = open();

    expect(dialog[first]()).not.toEqual([]);
    const { state } = dialog;
    expect([dialog[first](), dialog.agree(), dialog.refuse()]).toEqual([[], [], []]);
    dialog.choose("gender", true);
    dialog.dismiss();
    expect(dialog.state).toBe(state);
  });

  it("is not given by closing the dialog", () => {
    const dialog = open();
    dialog.choose("gender", true);
    dialog.dismiss();

    expect(dialog.state).toMatchObject({ status: "postponed", actions: [] });
    expect(dialog.agree()).toEqual([]);
  });

  it("cannot be changed by what the page does to the objects it was given", () => {
    const given = structuredClone(notice);
    const dialog = open({ notice: given, recipients: [] });
    for (const item of dialog.state.items) Object.assign(item, { chosen: true });
    Object.assign(given, { hash: "another" });
    Object.assign(given.items[0] ?? {}, { required: false });
    dialog.choose("mobile-number", true);

    expect(dialog.agree()).toMatchObject([{ notice: { hash: "hash-of-the-notice" }, optional: [] }]);
  });
});

describe("a switch", () => {
  it.each(["mobile-number", "location", "partner", "__proto__"])("does not exist for %s", (name) => {
    const dialog = open();
    // The compiler refuses the last two.
    dialog.choose(name as Field, true);

    expect(chosenIn(dialog)).toEqual([]);
  });

  it.each(["false", "on", 1, {}, undefined])("is on for `true` alone, not for %j", (on) => {
    const dialog = open();
    // What an attribute of a page may hold.
    dialog.choose("gender", on as unknown as boolean);
    dialog.chooseRecipient("partner", on as unknown as boolean);

    expect(chosenIn(dialog)).toEqual([]);
  });
});

describe("a listener", () => {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown): number => unhandled.push(reason);
  beforeEach(() => void process.on("unhandledRejection", hear));
  afterEach(() => void process.off("unhandledRejection", hear));

  it("hears of each change and of nothing else, until it ends", () => {
    const dialog = open();
    const heard: string[][] = [];
    const end = dialog.subscribe(() => heard.push([...chosenIn(dialog)]));
    dialog.choose("gender", true);
    dialog.choose("gender", true);
    dialog.choose("location", true);
    dialog.choose("gender", false);
    end();
    dialog.agree();

    expect(heard).toEqual([["gender"], []]);
  });

  it("sees the same state as long as nothing changes", () => {
    const dialog = open();
    const { state } = dialog;
    dialog.choose("gender", false);

    expect(dialog.state).toBe(state);
  });

  it("that fails costs the person no answer, and is not passed over", async () => {
    const dialog = open();
    const heard: string[] = [];
    dialog.subscribe(() => {
      throw new Error("the page is broken");
    });
    dialog.subscribe(({ status }) => heard.push(status));

    expect(dialog.agree()).toHaveLength(1);
    expect(heard).toEqual(["agreed"]);
    // Rejections are reported after the microtasks.
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([new Error("the page is broken")]);
  });
});

describe("a dialog that cannot work", () => {
  it.each([
    ["no notice", { notice: undefined }, "notice"],
    ["a notice without a hash", { notice: { ...notice, hash: "" } }, "notice.hash"],
    ["a notice in another language", { notice: { ...notice, locale: "fr" } }, "notice.locale"],
    ["a notice without items", { notice: { ...notice, items: undefined } }, "notice.items"],
    ["recipients that are no list", { recipients: partner }, "recipients"],
    ["a notice about no recipient", { recipients: [notice] }, "recipients.recipient"],
    [
      "a recipient of another purpose",
      { recipients: [{ ...partner, purposeId: "other" }] },
      "recipients.purposeId",
    ],
    ["a recipient twice", { recipients: [partner, partner] }, "recipients"],
    ["no version", { uiVersion: undefined }, "uiVersion"],
    ["a version that no record takes", { uiVersion: "web 3" }, "uiVersion"],
    ["no word on asking", { ask: null }, "ask"],
  ])("is refused: %s", (_what, change, path) => {
    const options = { notice, recipients: [partner], uiVersion: "web-3", ...change };

    // Plain JavaScript can pass all of them.
    expect(() => consentDialog(options as unknown as ConsentDialogOptions)).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path }),
    );
  });
});
