import { fakeClock } from "@shiming/contract-tests";
import { ConsentError, type Store, StoreError, UsageError } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { describe, expect, it } from "vitest";
import { defineApp } from "./app.ts";
import type { Decision } from "./decision.ts";
import { definePurpose } from "./purpose.ts";
import { community, register, SUBJECT, text } from "./test-support/community.ts";
import { LOG, recordsIn } from "./test-support/ledger.ts";
import { decide, service, STORES } from "./test-support/services.ts";
import { MINUTE } from "./test-support/times.ts";

const PHONE = "16400000001";

describe.each(STORES)("a decision, kept in $name", ({ open }) => {
  const clock = fakeClock();
  const fresh = () => service({ clock, store: open(clock) });

  it("given without a choice grants what is required and nothing else: nothing is pre-ticked", async () => {
    const { consent } = fresh();

    expect(await decide(consent, register)).toMatchObject({
      event: "given",
      granted: ["mobile-number"],
      refused: ["contacts", "gender"],
      actor: "subject",
      at: "2026-11-22T04:00:00.000Z",
    });
  });

  it("grants the optional fields that were chosen", async () => {
    const { consent } = fresh();

    expect(await decide(consent, register, { optional: ["gender"] })).toMatchObject({
      granted: ["mobile-number", "gender"],
      refused: ["contacts"],
    });
  });

  it("is kept when it is a refusal, and then grants nothing, whatever was chosen", async () => {
    const { consent, store } = fresh();
    const record = await decide(consent, register, { decision: "refused", optional: ["gender"] });

    expect(record).toMatchObject({
      event: "refused",
      granted: [],
      refused: ["mobile-number", "contacts", "gender"],
    });
    expect(await recordsIn(store)).toEqual([record]);
  });

  it("names the app, the words that were shown, their language and the basis", async () => {
    const { consent } = fresh();
    const notice = consent.notice(register, "en");

    expect(await decide(consent, register, { notice })).toMatchObject({
      appId: "example.community",
      purposeId: "register",
      notice: { locale: "en", hash: notice.hash },
      basis: { article: "13.1" },
    });
  });

  it("lets the person come back: the later decision stands, and both are kept", async () => {
    const { consent, store } = fresh();
    const refusal = await decide(consent, register, { decision: "refused" });
    const yes = await decide(consent, register);

    expect(await recordsIn(store)).toEqual([refusal, yes]);
    expect((await consent.grant(register, SUBJECT)).purposeId).toBe("register");
  });

  it("keeps no subject in the clear, in no record and under no key", async () => {
    const written: unknown[] = [];
    const inner = open(clock);
    const store: Store = {
      get: (key) => inner.get(key),
      count: (counter) => inner.count(counter),
      read: (log, options) => inner.read(log, options),
      close: () => inner.close(),
      commit: (changes) => inner.commit((written.push(...changes), changes)),
    };
    const { consent } = service({ clock, store });
    const record = await decide(consent, register, { subject: PHONE });
    await consent.withdraw(record.id);

    expect(written.length).toBeGreaterThan(4);
    expect(JSON.stringify(written)).not.toContain(PHONE);
  });

  it("lands beside another that comes at the same moment, one after the other", async () => {
    const { consent, store } = fresh();
    await Promise.all([decide(consent, register), decide(consent, register, { optional: ["gender"] })]);
    const [first, second] = await recordsIn(store);

    expect(first?.previous).toBeUndefined();
    expect(second?.previous).toBe(first?.hash);
    expect(await recordsIn(store)).toHaveLength(2);
  });

  it("of one person does not wait for another person's", async () => {
    const { consent } = fresh();
    const records = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        decide(consent, register, { subject: `account-${index}` }),
      ),
    );

    expect(records.every((record) => record.previous === undefined)).toBe(true);
    expect(new Set(records.map((record) => record.subject)).size).toBe(20);
  });
});

describe.each(STORES)("a withdrawal, kept in $name", ({ open }) => {
  const clock = fakeClock();
  const fresh = () => service({ clock, store: open(clock) });

  it("is a record of its own after the one that it ends", async () => {
    const { consent, store } = fresh();
    const given = await decide(consent, register);
    clock.advance(MINUTE);
    await consent.withdraw(given.id);
    const [, withdrawn] = await recordsIn(store);

    expect(withdrawn).toMatchObject({ event: "withdrawn", granted: [], previous: given.hash });
    expect(Date.parse(withdrawn?.at ?? "") - Date.parse(given.at)).toBe(MINUTE);
  });

  it("by the id of an older record ends the consent of today", async () => {
    const { consent } = fresh();
    const first = await decide(consent, register);
    await decide(consent, register, { optional: ["gender"] });
    await consent.withdraw(first.id);

    await expect(consent.grant(register, SUBJECT)).rejects.toMatchObject({ code: "CONSENT_WITHDRAWN" });
  });

  it("can be said twice, also at once, and is one record", async () => {
    const { consent, store } = fresh();
    const given = await decide(consent, register);
    await Promise.all([consent.withdraw(given.id), consent.withdraw(given.id)]);
    await consent.withdraw(given.id);

    expect((await recordsIn(store)).map((record) => record.event)).toEqual(["given", "withdrawn"]);
    await expect(consent.grant(register, SUBJECT)).rejects.toMatchObject({ code: "CONSENT_WITHDRAWN" });
  });

  it("at the same moment as a decision is not lost", async () => {
    const { consent, store } = fresh();
    const given = await decide(consent, register);
    const [, decided] = await Promise.allSettled([
      consent.withdraw(given.id),
      decide(consent, register, { optional: ["gender"] }),
    ]);
    const events = (await recordsIn(store)).map((record) => record.event);

    // Whichever comes first, no comes last: a yes that would come after it is refused.
    expect(events.at(-1)).toBe("withdrawn");
    expect(events).toHaveLength(decided.status === "fulfilled" ? 3 : 2);
    await expect(consent.grant(register, SUBJECT)).rejects.toMatchObject({ code: "CONSENT_WITHDRAWN" });
  });

  it("says who withdrew, not who once agreed", async () => {
    const { consent, store } = fresh();
    const given = await decide(consent, register, { age: 13, actor: "guardian" });
    await consent.withdraw(given.id);
    const again = await decide(consent, register, { age: 14 });
    await consent.withdraw(again.id, { actor: "guardian" });

    expect((await recordsIn(store)).map(({ event, actor }) => `${event} by ${actor}`)).toEqual([
      "given by guardian",
      "withdrawn by subject",
      "given by subject",
      "withdrawn by guardian",
    ]);
  });

  it("by nobody known is refused", async () => {
    const { consent, store } = fresh();
    const given = await decide(consent, register);
    // Plain JavaScript can pass anything.
    const withdrawing = consent.withdraw(given.id, { actor: "app" as "subject" });

    await expect(withdrawing).rejects.toMatchObject({ code: "INVALID_INPUT", path: "withdraw.actor" });
    expect(await recordsIn(store)).toHaveLength(1);
  });

  it("works with ids of the app's own making", async () => {
    let made = 0;
    const { consent } = service({ clock, store: open(clock), newId: () => `Act_${(made += 1)}` });
    const given = await decide(consent, register);
    await consent.withdraw(given.id);

    expect(given.id).toBe("Act_1");
    await expect(consent.grant(register, SUBJECT)).rejects.toMatchObject({ code: "CONSENT_WITHDRAWN" });
  });

  it.each(["order.7", "", "a/b", "a".repeat(65), "编号"])(
    "would not find a record %j, so such an id is refused when it is made",
    async (id) => {
      const store = open(clock);
      const { consent } = service({ clock, store, newId: () => id });

      await expect(decide(consent, register)).rejects.toMatchObject({
        code: "INVALID_OPTION",
        path: "newId",
      });
      expect(await recordsIn(store)).toEqual([]);
    },
  );

  it.each(["", "no-such-record", "../register", "00000000-0000-4000-8000-000000000000", "a".repeat(65)])(
    "does not know the record %j",
    async (recordId) => {
      const { consent } = fresh();

      await expect(consent.withdraw(recordId)).rejects.toMatchObject({
        code: "HANDLE_UNKNOWN",
        path: "recordId",
      });
    },
  );

  it("does not reach into another app on the same store", async () => {
    const store = open(clock);
    const mine = service({ clock, store });
    const theirs = service({ clock, store, app: defineApp({ ...community, id: "example.other" }) });
    const record = await decide(theirs.consent, register);

    await expect(mine.consent.withdraw(record.id)).rejects.toMatchObject({ code: "HANDLE_UNKNOWN" });
    expect((await theirs.consent.grant(register, SUBJECT)).purposeId).toBe("register");
  });
});

describe("a decision that does not count", () => {
  const other = definePurpose({ ...register, id: "other", why: text("Other", "其他") });

  it.each<[string, object]>([
    ["was made in front of no notice of ours", { notice: { locale: "zh", hash: "x" } }],
    ["was made in front of another purpose's notice", { notice: service().consent.notice(other, "zh") }],
    [
      "names another language than was shown",
      { notice: { ...service().consent.notice(register, "zh"), locale: "en" } },
    ],
    [
      "names a language that there is not",
      { notice: { ...service().consent.notice(register, "zh"), locale: "fr" } },
    ],
    ["chooses a field that is not in the purpose", { optional: ["location"] }],
    ["chooses as an option what is required", { optional: ["mobile-number"] }],
    ["is neither yes nor no", { decision: "declined" }],
    ["is yes in other letters", { decision: "GIVEN" }],
    ["was made by nobody known", { actor: "friend" }],
    ["has no subject", { subject: "" }],
    ["has a subject of 257 characters", { subject: "a".repeat(257) }],
    ["has a subject that is no string", { subject: 7 }],
  ])("because it %s leaves no record", async (_why, change) => {
    const { consent, store } = service();
    // The compiler refuses most of these too; plain JavaScript does not.
    const decision = change as Partial<Decision<"mobile-number", "contacts" | "gender">>;
    const deciding = decide(consent, register, decision);

    await expect(deciding).rejects.toBeInstanceOf(UsageError);
    await expect(deciding).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await store.read(LOG)).toEqual([]);
  });

  it("does not repeat the subject", async () => {
    const { consent } = service();
    const subject = PHONE.repeat(30);

    await expect(decide(consent, register, { subject })).rejects.not.toThrow(PHONE);
  });

  it("was made in front of words that have changed since", async () => {
    const { consent } = service();
    const shown = consent.notice(register, "zh");
    const today = definePurpose({ ...register, retention: text("for ever", "永久") });

    await expect(
      consent.record({ purpose: today, subject: SUBJECT, notice: shown, decision: "given" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", path: "decision.notice.hash" });
  });
});

describe("the decision of a child", () => {
  it.each([0, 13, 13.9, Number.NaN])("of %d years is the guardian's (PIPL 31)", async (age) => {
    const { consent, store } = service();

    await expect(decide(consent, register, { age })).rejects.toThrow(ConsentError);
    await expect(decide(consent, register, { age })).rejects.toMatchObject({
      code: "GUARDIAN_REQUIRED",
      purposeId: "register",
    });
    expect(await store.read(LOG)).toEqual([]);
  });

  it("counts when the guardian acts, and the record says who acted", async () => {
    const { consent } = service();

    expect(await decide(consent, register, { age: 13, actor: "guardian" })).toMatchObject({
      event: "given",
      actor: "guardian",
    });
  });

  it.each([14, 17, undefined])("is their own at %s", async (age) => {
    const { consent } = service();

    expect(await decide(consent, register, age === undefined ? {} : { age })).toMatchObject({
      actor: "subject",
    });
  });

  it("leaves no age behind, only the band that the rules go by", async () => {
    const { consent } = service();
    const aged = await decide(consent, register, { age: 37 });

    expect(aged.ageBand).toBe("adult");
    expect(JSON.stringify(aged)).not.toContain("37,");
    expect(Object.values(aged)).not.toContain(37);
    expect(await decide(consent, register)).not.toHaveProperty("ageBand");
  });
});

describe("a store that fails", () => {
  it("makes the decision fail, so that nobody thinks it was kept", async () => {
    const clock = fakeClock();
    const store = createMemoryStore({ clock });
    const broken: Store = {
      ...store,
      get: (key) => store.get(key),
      commit: async () => {
        throw new StoreError("STORE_FAILED", "the disk is full");
      },
    };

    await expect(decide(service({ clock, store: broken }).consent, register)).rejects.toMatchObject({
      code: "STORE_FAILED",
    });
  });

  it("is not tried for ever when it never takes the record", async () => {
    let commits = 0;
    const store: Store = {
      ...createMemoryStore(),
      get: async () => undefined,
      commit: async () => ((commits += 1), { applied: false, failed: 0 }),
    };

    await expect(decide(service({ store }).consent, register)).rejects.toMatchObject({
      code: "STORE_FAILED",
    });
    expect(commits).toBe(16);
  });

  it("that gives back something else is not read as a consent", async () => {
    const store: Store = {
      ...createMemoryStore(),
      get: async () => ({ value: '{"schema":"another"}', version: 1 }),
    };

    await expect(service({ store }).consent.grant(register, SUBJECT)).rejects.toMatchObject({
      code: "STORE_FAILED",
    });
  });
});
