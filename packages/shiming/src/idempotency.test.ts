import { fakeClock } from "@shiming/contract-tests";
import { ProviderError, type Store, UsageError } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { describe, expect, it } from "vitest";
import { type Engine, engine, keys, realName, SUBJECT } from "./test-support/engine.ts";
import {
  type Answer,
  failure,
  type FakeProvider,
  fakeProvider,
  LOST,
  MATCH,
  MISMATCH,
  NO_RECORD,
  waitingProvider,
} from "./test-support/fake-provider.ts";
import { YIER, YIYI } from "./test-support/people.ts";
import { linesOf, STORES, storeWith } from "./test-support/stores.ts";
import { createVerifier } from "./verifier.ts";

const DAY = 86_400_000;
const idempotencyKey = "order-42";

/** Another process: the same store, keys and consent service, and nothing else in common. */
const another = ({ consent, store, clock }: Engine, provider: FakeProvider, other: Partial<Store> = {}) =>
  createVerifier({ consent, store: storeWith(store, other), clock, keys, providers: [provider] });

describe.each(STORES)("an idempotency key, over $name", ({ open }) => {
  const fresh = async (...answers: readonly Answer[]): Promise<Engine & { provider: FakeProvider }> => {
    const clock = fakeClock();
    const provider = fakeProvider({ answers });
    return { ...(await engine({ clock, store: open(clock), providers: [provider] })), provider };
  };

  it("with the same check gives the same outcome, and is charged once", async () => {
    const { verifier, grant, provider } = await fresh(MISMATCH);
    const first = await verifier.verify(YIYI, { grant, idempotencyKey });
    const again = await verifier.verify(YIYI, { grant, idempotencyKey });

    expect(again).toEqual({
      ...first,
      charge: { charged: "no", basis: "reused: asked once, and charged then" },
    });
    expect(first.charge.charged).toBe("yes");
    expect(provider.seen).toHaveLength(1);
  });

  it("stands for the check, however it is written", async () => {
    const { verifier, grant, provider } = await fresh();
    await verifier.verify(YIYI, { grant, idempotencyKey });
    const { kind, name, idNumber } = YIYI;
    await verifier.verify({ idNumber, name, kind }, { grant, idempotencyKey });

    expect(provider.seen).toHaveLength(1);
  });

  it("asks each time without one", async () => {
    const { verifier, grant, provider } = await fresh();
    await verifier.verify(YIYI, { grant });
    await verifier.verify(YIYI, { grant });

    expect(provider.seen).toHaveLength(2);
  });

  it("cannot stand for another check", async () => {
    const { verifier, grant, provider } = await fresh();
    await verifier.verify(YIYI, { grant, idempotencyKey });
    const reusing = verifier.verify(YIER, { grant, idempotencyKey });

    await expect(reusing).rejects.toBeInstanceOf(UsageError);
    await expect(reusing).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED", path: "idempotencyKey" });
    await expect(reusing).rejects.not.toThrow(idempotencyKey);
    expect(provider.seen).toHaveLength(1);
  });

  it("cannot stand for another person's check of the same numbers", async () => {
    const { verifier, grant, store, clock } = await fresh();
    await verifier.verify(YIYI, { grant, idempotencyKey });
    const other = await engine({ clock, store, subject: "account-other" });

    await expect(other.verifier.verify(YIYI, { grant: other.grant, idempotencyKey })).rejects.toMatchObject({
      code: "IDEMPOTENCY_KEY_REUSED",
    });
  });

  it("asks once for many calls at the same time, and all get the outcome", async () => {
    const { verifier, grant, provider, store } = await fresh(MISMATCH);
    const calls = Array.from({ length: 20 }, async () => verifier.verify(YIYI, { grant, idempotencyKey }));
    const outcomes = await Promise.all(calls);

    expect(new Set(outcomes.map(({ verificationId }) => verificationId)).size).toBe(1);
    expect(outcomes.filter(({ charge }) => charge.charged === "yes")).toHaveLength(1);
    expect(outcomes.every(({ status }) => status === "mismatch")).toBe(true);
    expect(provider.seen).toHaveLength(1);
    expect(await linesOf(store)).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ["an error that cost nothing", failure("UNAVAILABLE")],
    ["an error that needs a person and cost nothing", failure("MISCONFIGURED")],
  ])("may be asked again after %s", async (_what, answer) => {
    const { verifier, grant, provider } = await fresh(answer);

    await expect(verifier.verify(YIYI, { grant, idempotencyKey })).rejects.toBe(answer);
    expect(await verifier.verify(YIYI, { grant, idempotencyKey })).toMatchObject({ status: "match" });
    expect(provider.seen).toHaveLength(2);
  });

  it("may after such an error stand for another check: nothing was found under it", async () => {
    const { verifier, grant } = await fresh(failure("UNAVAILABLE"));

    await expect(verifier.verify(YIYI, { grant, idempotencyKey })).rejects.toBeInstanceOf(ProviderError);
    expect(await verifier.verify(YIER, { grant, idempotencyKey })).toMatchObject({ status: "match" });
  });

  it("keeps a free answer all the same: it is an answer", async () => {
    const { verifier, grant, provider } = await fresh(NO_RECORD);
    await verifier.verify(YIYI, { grant, idempotencyKey });

    expect(await verifier.verify(YIYI, { grant, idempotencyKey })).toMatchObject({ status: "no-record" });
    expect(provider.seen).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ["an answer that nobody could read", failure("RESPONSE_INVALID", "unknown")],
    ["a failure that was charged", failure("REJECTED", "yes")],
    ["a foreign error", new Error("socket hang up")],
  ])("is in doubt after %s, and not asked a second time", async (_what, answer) => {
    const { verifier, grant, provider } = await fresh(answer);

    await expect(verifier.verify(YIYI, { grant, idempotencyKey })).rejects.toBeInstanceOf(ProviderError);
    const again = await verifier.verify(YIYI, { grant, idempotencyKey });

    expect(again).toMatchObject({ status: "in-doubt", charge: { charged: "unknown" } });
    expect(again).toHaveProperty("handle", again.verificationId);
    expect(provider.seen).toHaveLength(1);
  });

  it("stays in doubt when the answer was lost", async () => {
    const { verifier, grant, provider } = await fresh(LOST);
    const first = await verifier.verify(YIYI, { grant, idempotencyKey });

    expect(await verifier.verify(YIYI, { grant, idempotencyKey })).toEqual(first);
    expect(provider.seen).toHaveLength(1);
  });

  it("is in doubt for another process while the first is asking", async () => {
    const clock = fakeClock();
    const { provider, asked, answer } = waitingProvider();
    const made = await engine({ clock, store: open(clock), providers: [provider] });
    const first = made.verifier.verify(YIYI, { grant: made.grant, idempotencyKey });
    await asked;
    const elsewhere = fakeProvider();
    const other = another(made, elsewhere);

    expect(await other.verify(YIYI, { grant: made.grant, idempotencyKey })).toMatchObject({
      status: "in-doubt",
      charge: { charged: "unknown" },
    });
    answer(MATCH);
    const { verificationId } = await first;

    expect(await other.verify(YIYI, { grant: made.grant, idempotencyKey })).toMatchObject({
      status: "match",
      verificationId,
    });
    expect(elsewhere.seen).toEqual([]);
  });

  it("is kept for seven days, and then asked anew", async () => {
    const { verifier, consent, grant, provider, clock } = await fresh();
    const first = await verifier.verify(YIYI, { grant, idempotencyKey });
    clock.advance(7 * DAY - 1);
    const later = await consent.grant(realName, SUBJECT);
    const kept = await verifier.verify(YIYI, { grant: later, idempotencyKey });
    clock.advance(1);
    const anew = await verifier.verify(YIYI, { grant: later, idempotencyKey });

    expect(kept.verificationId).toBe(first.verificationId);
    expect(anew.verificationId).not.toBe(first.verificationId);
    expect(provider.seen).toHaveLength(2);
  });
});

/** A second verifier that looks before the first has written, and writes after. */
async function racing() {
  const clock = fakeClock();
  const { provider, asked, answer } = waitingProvider();
  const made = await engine({ clock, store: createMemoryStore({ clock }), providers: [provider] });
  const first = made.verifier.verify(YIYI, { grant: made.grant, idempotencyKey });
  await asked;
  let looks = 0;
  const elsewhere = fakeProvider();
  const late = another(made, elsewhere, {
    get: async (key) =>
      key.startsWith("idempotency/") && (looks += 1) === 1 ? undefined : made.store.get(key),
  });
  return { ...made, first, late, elsewhere, answer };
}

describe("an idempotency key that two processes take at the same moment", () => {
  it("is asked by one of them, and in doubt for the other", async () => {
    const { late, grant, elsewhere, first, answer } = await racing();

    expect(await late.verify(YIYI, { grant, idempotencyKey })).toMatchObject({ status: "in-doubt" });
    expect(elsewhere.seen).toEqual([]);
    answer(MATCH);
    expect((await first).status).toBe("match");
  });

  it("is not told to the one that means another check", async () => {
    const { late, grant, elsewhere, first, answer } = await racing();

    await expect(late.verify(YIER, { grant, idempotencyKey })).rejects.toMatchObject({
      code: "IDEMPOTENCY_KEY_REUSED",
    });
    expect(elsewhere.seen).toEqual([]);
    answer(MATCH);
    await first;
  });
});

describe("a call that waits for another under the same key", () => {
  it("waits no longer than until its own signal fires, and lets nobody pass", async () => {
    const { provider, asked, answer } = waitingProvider();
    const { verifier, grant } = await engine({ providers: [provider] });
    const controller = new AbortController();
    const first = verifier.verify(YIYI, { grant, idempotencyKey });
    await asked;
    const second = verifier.verify(YIYI, { grant, idempotencyKey, signal: controller.signal });
    const third = verifier.verify(YIYI, { grant, idempotencyKey });
    controller.abort();

    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    answer(MATCH);
    expect(await Promise.all([first, third])).toMatchObject([{ status: "match" }, { status: "match" }]);
    expect(provider.seen).toHaveLength(1);
  });
});
