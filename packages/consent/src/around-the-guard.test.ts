import { type FakeClock, fakeClock } from "@shiming/contract-tests";
import { ConsentError, type Store } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { describe, expect, it } from "vitest";
import { defineApp } from "./app.ts";
import type { Decision } from "./decision.ts";
import { definePurpose } from "./purpose.ts";
import { community, plainParts, register, SUBJECT, text } from "./test-support/community.ts";
import { decide, service } from "./test-support/services.ts";
import { MINUTE } from "./test-support/times.ts";

const PHONE = "16400000001";

/** What a caller without types can do to an object while somebody waits. */
const loose = (value: object): Record<string, unknown> => value as Record<string, unknown>;

describe("a decision", () => {
  it("is what was said when it was handed in, whatever is changed in it while it is written", async () => {
    const { consent } = service();
    const optional: ("contacts" | "gender")[] = [];
    const notice = consent.notice(register, "zh");
    const decision: Decision<"mobile-number", "contacts" | "gender"> = {
      purpose: register,
      subject: SUBJECT,
      notice,
      decision: "refused",
      optional,
    };
    const writing = consent.record(decision);
    optional.push("contacts");
    Object.assign(loose(decision), { decision: "given", age: 30 });

    expect(await writing).toMatchObject({ event: "refused", granted: [] });
  });

  it("is about a purpose that nobody can change, and about no other", async () => {
    const { consent } = service();
    const required: "mobile-number"[] = ["mobile-number"];
    const purpose = definePurpose({ ...plainParts, id: "account", required });
    required.pop();

    expect(purpose.required).toEqual(["mobile-number"]);
    expect(Object.isFrozen(purpose.required) && Object.isFrozen(purpose.basis)).toBe(true);
    await expect(consent.grant({ ...purpose }, SUBJECT)).rejects.toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", path: "purpose" }),
    );
  });

  it("that was on its way when the person withdrew does not come after that", async () => {
    const store = createMemoryStore();
    let hold: Promise<void> | undefined;
    const slow: Store = {
      ...store,
      get: store.get.bind(store),
      commit: async (changes) => (await hold, store.commit(changes)),
    };
    const { consent } = service({ store });
    const late = service({ store: slow }).consent;
    const record = await decide(consent, register);
    const { promise, resolve: release } = Promise.withResolvers<void>();
    hold = promise;
    const writing = decide(late, register, { optional: ["contacts"] });
    // The slow one has read what there is; now the person withdraws.
    await new Promise((resolve) => setImmediate(resolve));
    await consent.withdraw(record.id);
    hold = undefined;
    release();

    await expect(writing).rejects.toThrow(expect.objectContaining({ code: "CONSENT_WITHDRAWN" }));
    await expect(consent.grant(register, SUBJECT)).rejects.toThrow(ConsentError);
  });
});

describe("a withdrawal", () => {
  it("counts also while a guarded source is being read", async () => {
    const { consent } = service();
    const { id } = await decide(consent, register);
    const grant = await consent.grant(register, SUBJECT);
    const source = consent.source("mobile-number", async () => {
      await consent.withdraw(id);
      return PHONE;
    });

    await expect(source.read(grant)).rejects.toThrow(expect.objectContaining({ code: "CONSENT_WITHDRAWN" }));
  });

  it("is not undone by a clock that is put back", async () => {
    const inner: FakeClock = fakeClock();
    let offset = 0;
    const clock = { ...inner, now: () => inner.now() + offset };
    const { consent } = service({ clock });
    const { id } = await decide(consent, register);
    const grant = await consent.grant(register, SUBJECT);
    await consent.withdraw(id);
    offset = 20 * MINUTE;
    await consent.withdraw((await decide(consent, register, { subject: "account-2" })).id);
    offset = 0;

    expect(consent.collect(register, { "mobile-number": PHONE }, grant).data).toEqual({});
  });

  it("of a field or a recipient reaches an answer that comes late", async () => {
    const { consent } = service();
    await decide(consent, register, { optional: ["gender"] });
    const grant = await consent.grant(register, SUBJECT, { optional: ["gender"] });
    const use = { fields: ["gender"], recipient: "acme" } as const;
    const facts = await consent.authorize(grant, use);
    await consent.reconfirm(facts, use);
    await decide(consent, register);

    await expect(consent.reconfirm(facts, use)).rejects.toThrow(ConsentError);
    await consent.reconfirm(facts, { ...use, fields: ["mobile-number"] });
  });
});

describe("an old grant", () => {
  it("lets nothing through after a renewal and a withdrawal", async () => {
    const store = createMemoryStore();
    const here = service({ store }).consent;
    const there = service({ store }).consent;
    await decide(here, register);
    const grant = await here.grant(register, SUBJECT);
    const { id } = await decide(there, register);
    await here.withdraw(id);

    expect(here.collect(register, { "mobile-number": PHONE }, grant).data).toEqual({});
  });

  it("is of the purpose as it was, not as it has become", async () => {
    const { consent } = service();
    await decide(consent, register);
    const grant = await consent.grant(register, SUBJECT);
    const wider = definePurpose({ ...register, publishes: true });

    expect(consent.collect(wider, { "mobile-number": PHONE }, grant).data).toEqual({});
    const sealed = consent.seal(wider, SUBJECT, { "mobile-number": PHONE });
    await expect(sealed.open("mobile-number", grant)).rejects.toThrow(ConsentError);
  });

  it("ends on time when the clock is put forward and back", async () => {
    const inner = fakeClock();
    let offset = 0;
    const { consent } = service({ clock: { ...inner, now: () => inner.now() + offset } });
    await decide(consent, register);
    offset = 24 * 60 * MINUTE;
    const grant = await consent.grant(register, SUBJECT);
    offset = 0;
    await consent.authorize(grant, { fields: ["mobile-number"], recipient: "acme" });
    inner.advance(6 * MINUTE);

    await expect(consent.authorize(grant, { fields: ["mobile-number"], recipient: "acme" })).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_EXPIRED" }),
    );
  });
});

describe("a child", () => {
  it("widens nothing alone of what a guardian decided, and shares nothing alone", async () => {
    const { consent } = service();
    const lab = {
      id: "lab",
      name: text("Lab", "某实验室"),
      contact: "p@lab.example",
      role: "handler",
    } as const;
    const shared = definePurpose({ ...register, recipients: [...register.recipients, lab] });
    const notice = consent.notice(shared, "zh", { reader: "guardian" });
    await decide(consent, shared, { actor: "guardian", age: 10, notice });
    await expect(decide(consent, shared, { optional: ["contacts"] })).rejects.toThrow(
      expect.objectContaining({ code: "GUARDIAN_REQUIRED" }),
    );
    const alone = consent.notice(shared, "zh", { recipient: "lab" });
    await decide(consent, shared, { recipient: "lab", notice: alone });

    await expect(
      consent.authorize(await consent.grant(shared, SUBJECT), {
        fields: ["mobile-number"],
        recipient: "lab",
      }),
    ).rejects.toThrow(expect.objectContaining({ code: "GUARDIAN_REQUIRED" }));
  });

  it("is nobody's age that is no number: others of unknown age are asked as before", async () => {
    const { consent } = service();
    await decide(consent, register);
    // Callers without types pass what the database gave them.
    const odd = { age: null } as unknown as { age: number };

    await expect(consent.grant(register, SUBJECT, odd)).rejects.toThrow(ConsentError);
    expect((await consent.grant(register, SUBJECT)).purposeId).toBe("register");
  });
});

describe("a face image", () => {
  it("is sent to nobody without a further act, also to a processor (Face Measures 8)", async () => {
    const { consent } = service();
    const liveness = definePurpose({
      ...plainParts,
      id: "liveness",
      function: "extended",
      required: ["face-image"],
    });
    await decide(consent, liveness);
    const grant = await consent.grant(liveness, SUBJECT);
    const use = { fields: ["face-image"], recipient: "acme" } as const;

    await expect(consent.authorize(grant, use)).rejects.toThrow(expect.objectContaining({ ruleId: "CR-07" }));
    const notice = consent.notice(liveness, "zh", { recipient: "acme" });
    await decide(consent, liveness, { recipient: "acme", notice });
    expect(await consent.authorize(grant, use)).toMatchObject({ purposeId: "liveness" });
  });
});

describe("what the law asks for today", () => {
  it("counts, not what it asked for when the person decided", async () => {
    const store = createMemoryStore();
    const before = service({ store }).consent;
    const app = defineApp({ ...community, profile: "cautious" });
    const lawful = definePurpose({
      ...plainParts,
      id: "lawful",
      required: ["mobile-number"],
      basis: { article: "13.3", legalRef: "网络安全法 26" },
    });
    await decide(before, lawful, { decision: "informed" });

    await expect(service({ store, app }).consent.grant(lawful, SUBJECT)).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_REQUIRED" }),
    );
  });

  it("asks on which duty an ID number is wanted (RN-07)", () => {
    const parts = { ...plainParts, id: "real-name", required: ["name", "id-document-number"] } as const;
    const basis = { article: "13.3", legalRef: "网络安全法 26" } as const;

    expect(() => definePurpose({ ...parts, basis })).toThrow(
      expect.objectContaining({ path: "purpose.realName" }),
    );
    expect(definePurpose({ ...parts, basis, realName: { service: "sector" } }).id).toBe("real-name");
  });
});

describe("a form", () => {
  it("whose getter throws loses that field, and nothing of the error gets out", async () => {
    const { consent } = service();
    await decide(consent, register);
    const form = {
      get "mobile-number"(): string {
        throw new Error(PHONE);
      },
    };

    expect(consent.collect(register, form, await consent.grant(register, SUBJECT))).toEqual({
      data: {},
      blocked: [{ field: "mobile-number", reason: "unreadable" }],
    });
  });
});

describe("a notice", () => {
  it("marks what weighs more together, and everything of a child", () => {
    const { consent } = service();
    const both = definePurpose({
      ...plainParts,
      id: "both",
      function: "extended",
      required: ["name", "id-document-number"],
    });
    const marks = (shown: ReturnType<typeof consent.notice>) => shown.items.map(({ sensitive }) => sensitive);

    expect(marks(consent.notice(both, "zh"))).toEqual([true, true]);
    expect(marks(consent.notice(register, "zh", { reader: "guardian" }))).toEqual([true, true, true]);
  });

  it("does not speak of refusing where a law asks, and says how the data are handled", () => {
    const { consent } = service();
    const lawful = definePurpose({
      ...plainParts,
      id: "lawful",
      required: ["mobile-number"],
      basis: { article: "13.3", legalRef: "网络安全法 26" },
      method: text("compared once", "一次比对"),
    });
    const { text: zh } = consent.notice(lawful, "zh");

    expect(zh).toContain("法律依据: 个人信息保护法第十三条第一款第三项, 网络安全法 26");
    expect(zh).toContain("处理方式: 一次比对");
    expect(zh).not.toContain("您可以拒绝");
  });

  it("says that the data are made public, which is an act of its own (PIPL 25)", async () => {
    const { consent } = service();
    const parts = { ...plainParts, id: "shared", required: ["mobile-number"], publishes: true } as const;
    const published = definePurpose(parts);

    expect(consent.notice(published, "en").text).toContain("It is made public.");
    expect(await decide(consent, published)).toMatchObject({ kind: "separate" });
  });

  it("tells how to use one's rights against a recipient abroad (PIPL 39)", () => {
    const { consent } = service();
    const abroad = {
      id: "abroad",
      name: text("Abroad", "境外接收方"),
      contact: "privacy@abroad.example",
      role: "processor",
      outsideMainland: true,
    } as const;
    const shared = definePurpose({ ...register, recipients: [abroad] });

    expect(consent.notice(shared, "en", { recipient: "abroad" }).text).toContain(
      "You can use your rights against this recipient",
    );
  });
});
