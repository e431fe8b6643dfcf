import { describe, expect, it } from "vitest";
import { defineApp } from "./app.ts";
import { definePurpose } from "./purpose.ts";
import type { Recipient } from "./recipient.ts";
import { community, plainParts, register, SUBJECT, text } from "./test-support/community.ts";
import { decide, service, STORES } from "./test-support/services.ts";

const lab: Recipient = {
  id: "lab",
  name: text("Lab", "某实验室"),
  contact: "privacy@lab.example",
  role: "handler",
  why: text("To study how people register.", "用于研究注册行为。"),
};

const shared = definePurpose({ ...register, id: "shared", recipients: [...register.recipients, lab] });
const abroad = definePurpose({
  ...shared,
  recipients: [{ ...lab, role: "processor", outsideMainland: true }],
});
const toLab = { fields: ["mobile-number"], recipient: "lab" } as const;

describe.each(STORES)("an act for one recipient, kept in $name", ({ open }) => {
  const fresh = () => {
    const made = service();
    return service({ clock: made.clock, store: open(made.clock) });
  };

  it("is needed before a handler of its own receives anything (PIPL 23)", async () => {
    const { consent } = fresh();
    await decide(consent, shared);
    const grant = await consent.grant(shared, SUBJECT);

    await expect(consent.authorize(grant, toLab)).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_REQUIRED", ruleId: "CR-07" }),
    );
    expect(await consent.authorize(grant, { ...toLab, recipient: "acme" })).toMatchObject({
      purposeId: "shared",
    });
  });

  it("lets that recipient through, and ends for it alone", async () => {
    const { consent } = fresh();
    await decide(consent, shared);
    const act = await decide(consent, shared, {
      recipient: "lab",
      notice: consent.notice(shared, "zh", { recipient: "lab" }),
    });
    expect(act).toMatchObject({ recipient: "lab", recipients: ["lab"], kind: "separate" });
    const grant = await consent.grant(shared, SUBJECT);
    expect(await consent.authorize(grant, toLab)).toMatchObject({ purposeId: "shared" });

    await consent.withdraw(act.id);
    await expect(consent.authorize(grant, toLab)).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_WITHDRAWN" }),
    );
    expect(await consent.authorize(grant, { ...toLab, recipient: "acme" })).toMatchObject({
      purposeId: "shared",
    });
  });

  it("ends with the consent to the purpose itself", async () => {
    const { consent } = fresh();
    const yes = await decide(consent, shared);
    await decide(consent, shared, {
      recipient: "lab",
      notice: consent.notice(shared, "zh", { recipient: "lab" }),
    });
    const grant = await consent.grant(shared, SUBJECT);
    await consent.withdraw(yes.id);

    await expect(consent.authorize(grant, toLab)).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_WITHDRAWN" }),
    );
  });
});

describe("an act for one recipient", () => {
  it("is asked for also where a processor is outside the mainland (PIPL 39)", async () => {
    const { consent } = service();
    await decide(consent, abroad);

    await expect(consent.authorize(await consent.grant(abroad, SUBJECT), toLab)).rejects.toThrow(
      expect.objectContaining({ ruleId: "CR-07" }),
    );
    expect(consent.notice(abroad, "en", { recipient: "lab" }).text).toContain("outside the mainland");
  });

  it("covers no field that was left out of it", async () => {
    const { consent } = service();
    await decide(consent, shared, { optional: ["gender"] });
    await decide(consent, shared, {
      recipient: "lab",
      notice: consent.notice(shared, "zh", { recipient: "lab" }),
    });
    const grant = await consent.grant(shared, SUBJECT, { optional: ["gender"] });

    await expect(consent.authorize(grant, { ...toLab, fields: ["gender"] })).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_REQUIRED", fields: ["gender"] }),
    );
  });

  it("is made in front of the recipient's own notice, which names who, why and what (PIPL 23)", async () => {
    const { consent } = service();
    const notice = consent.notice(shared, "en", { recipient: "lab" });

    expect(notice.text.split("\n")).toEqual([
      "Open an account: Lab",
      "Who is responsible: Example Ltd (Example community)",
      "Contact: privacy@example.com",
      "Who receives it:",
      "- Lab (privacy@lab.example) · decides on its own use",
      "Why: To study how people register.",
      "How it is handled: collected, stored and used",
      "What is provided:",
      "- Mobile number · needed",
      "- Address book · optional: the service is the same without it · sensitive",
      "- Gender · optional: the service is the same without it",
      "What this means for you: Friends in your address book can be found.",
      "How long it is kept: until the account is closed, then deleted",
      "Legal basis: your separate consent to this alone (PIPL 23, 39)",
      expect.stringContaining("You can refuse"),
    ]);
    await expect(decide(consent, shared, { recipient: "lab" })).rejects.toThrow(
      expect.objectContaining({ path: "decision.notice.hash" }),
    );
  });

  it("is for nobody but such a recipient", async () => {
    const { consent } = service();

    expect(() => consent.notice(shared, "zh", { recipient: "acme" })).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", path: "recipient" }),
    );
    expect(consent.notice(shared, "zh").text).toContain("将另行征得您的单独同意");
  });
});

describe("being informed", () => {
  const phone = definePurpose({
    ...plainParts,
    id: "real-name",
    required: ["mobile-number"],
    optional: ["gender"],
    basis: { article: "13.3", legalRef: "网络安全法 26" },
  });

  it("is enough where a law asks for the data (PIPL 13, last paragraph)", async () => {
    const { consent } = service();

    expect(await decide(consent, phone, { decision: "informed" })).toMatchObject({
      event: "informed",
      kind: "none",
      granted: ["mobile-number"],
      refused: ["gender"],
    });
    const grant = await consent.grant(phone, SUBJECT);
    expect(consent.collect(phone, { "mobile-number": "16400000001", gender: "F" }, grant)).toEqual({
      data: { "mobile-number": "16400000001" },
      blocked: [{ field: "gender", reason: "not-granted" }],
    });
  });

  it("is not enough for consent, for an ID number, nor under the cautious profile", async () => {
    const { consent } = service();
    const idNumber = definePurpose({
      ...phone,
      id: "id",
      required: ["name", "id-document-number"],
      optional: [],
      realName: { service: "information-publishing" },
    });

    await expect(decide(consent, register, { decision: "informed" })).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_REQUIRED" }),
    );
    await expect(decide(consent, idNumber, { decision: "informed" })).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_REQUIRED" }),
    );
    const cautious = service({ app: defineApp({ ...community, profile: "cautious" }) }).consent;
    await expect(decide(cautious, phone, { decision: "informed" })).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_REQUIRED" }),
    );
  });

  it("chooses nothing optional", async () => {
    const { consent } = service();

    await expect(decide(consent, phone, { decision: "informed", optional: ["gender"] })).rejects.toThrow(
      expect.objectContaining({ path: "decision.optional" }),
    );
  });
});

describe("the kind of a consent", () => {
  it.each([
    ["general", register, {}],
    ["separate", register, { optional: ["contacts"] }],
  ] as const)("is %s by what was granted (PIPL 14, 29)", async (kind, purpose, choice) => {
    expect(await decide(service().consent, purpose, choice)).toMatchObject({ kind });
  });

  it("is written where a law asks for it, and then says where the paper is", async () => {
    const { consent } = service();
    const credit = definePurpose({ ...register, id: "credit", writtenRequiredBy: "征信业管理条例 14" });

    await expect(decide(consent, credit)).rejects.toThrow(
      expect.objectContaining({ path: "decision.writtenEvidence" }),
    );
    expect(await decide(consent, credit, { writtenEvidence: "paper-7" })).toMatchObject({
      kind: "written",
      writtenEvidence: "paper-7",
    });
  });
});

describe("how a person acted", () => {
  it.each([
    [
      "a box that was ticked beforehand",
      { method: "checkbox", initialState: "ticked" },
      "decision.act.initialState",
    ],
    ["going on to use the app", { method: "continued-use" }, "decision.act.method"],
    ["nothing that we know", "tapped", "decision.act"],
  ])("is no consent when it is %s (METHOD 3.4)", async (_what, act, path) => {
    const { consent, store } = service();
    // Callers without types pass anything.
    const untyped = { act } as object;

    await expect(decide(consent, register, untyped)).rejects.toThrow(expect.objectContaining({ path }));
    expect(await store.read("consent/example.community")).toEqual([]);
  });

  it("is kept with the version of the page", async () => {
    const act = { method: "checkbox", initialState: "unticked", uiVersion: "dialog-3" } as const;

    expect(await decide(service().consent, register, { act })).toMatchObject({ act });
  });
});

describe("coming of age", () => {
  it("ends what a guardian decided, and no earlier yes of a child's own counts", async () => {
    const { consent } = service();
    const notice = consent.notice(register, "zh", { reader: "guardian" });
    await decide(consent, register, { actor: "guardian", age: 13, notice });

    expect(await consent.grant(register, SUBJECT, { age: 13 })).toMatchObject({ purposeId: "register" });
    await expect(consent.grant(register, SUBJECT, { age: 14 })).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_EXPIRED", ruleId: "CR-06" }),
    );
    await expect(decide(consent, register)).rejects.toThrow(
      expect.objectContaining({ code: "GUARDIAN_REQUIRED", ruleId: "CR-05" }),
    );
    await decide(consent, register, { age: 14 });
    await expect(consent.grant(register, SUBJECT, { age: 13 })).rejects.toThrow(
      expect.objectContaining({ code: "GUARDIAN_REQUIRED", ruleId: "CR-05" }),
    );
  });

  it("is assumed of nobody in a service made for children (CR-25)", async () => {
    const { consent } = service();
    const play = definePurpose({ ...register, id: "play", audience: "children" });

    await expect(decide(consent, play)).rejects.toThrow(
      expect.objectContaining({ code: "GUARDIAN_REQUIRED" }),
    );
    expect(await decide(consent, play, { age: 15 })).toMatchObject({ ageBand: "14-17" });
  });

  it("is told to guardians in a notice of their own (Children Provisions 10)", () => {
    const { consent } = service();
    const { text: shown } = consent.notice(register, "en", { reader: "guardian" });

    expect(shown).toContain("For parents and guardians");
    expect(shown).toContain("Where it is kept: on servers in mainland China");
    const { children: _, ...silent } = community;
    expect(() =>
      service({ app: defineApp(silent) }).consent.notice(register, "zh", { reader: "guardian" }),
    ).toThrow(expect.objectContaining({ path: "app.children" }));
  });
});
