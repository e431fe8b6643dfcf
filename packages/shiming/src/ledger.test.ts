import { fakeClock } from "@shiming/contract-tests";
import { type Change, StoreError } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { openSqliteStore } from "@shiming/store-sqlite";
import { describe, expect, it } from "vitest";
import { engine, realName, SUBJECT } from "./test-support/engine.ts";
import {
  type Answer,
  failure,
  fakeProvider,
  MATCH,
  PENDING,
  waitingProvider,
} from "./test-support/fake-provider.ts";
import { YIYI } from "./test-support/people.ts";
import { databaseFile, linesOf, STORES, storeWith, watched } from "./test-support/stores.ts";

const idempotencyKey = "order-42";

const settles = (changes: readonly Change[]): boolean =>
  changes.some((change) => change.change === "append" && change.log === "verifications");

const begins = (changes: readonly Change[]): boolean =>
  !settles(changes) &&
  changes.some((change) => change.change === "put" && change.key.startsWith("verification/"));

describe.each(STORES)("a store that fails, $name", ({ open }) => {
  /** An engine whose store fails once in such a commit. */
  const failing = async (when: (changes: readonly Change[]) => boolean, ...answers: readonly Answer[]) => {
    const clock = fakeClock();
    const inner = open(clock);
    let failures = 0;
    const store = storeWith(inner, {
      commit: async (changes) => {
        if (!when(changes) || (failures += 1) > 1) return inner.commit(changes);
        throw new StoreError("STORE_FAILED", "the disk is full");
      },
    });
    const provider = fakeProvider({ answers });
    const budget = { perDay: { calls: 1 } };
    return { ...(await engine({ clock, store, providers: [provider], budget })), provider };
  };

  it("before the question stops it: nothing is sent, and the key stays free", async () => {
    const { verifier, grant, provider } = await failing(begins);
    const verifying = verifier.verify(YIYI, { grant, idempotencyKey });

    await expect(verifying).rejects.toBeInstanceOf(StoreError);
    await expect(verifying).rejects.toMatchObject({ code: "STORE_FAILED", retryable: true });
    expect(provider.seen).toEqual([]);
    expect(await verifier.verify(YIYI, { grant, idempotencyKey })).toMatchObject({ status: "match" });
  });

  it.each<[string, Answer]>([
    ["an answer", MATCH],
    ["a free failure", failure("UNAVAILABLE")],
    ["a failure that may have cost something", failure("RESPONSE_INVALID", "unknown")],
  ])("after %s leaves the key in doubt: it is not asked and not charged again", async (_what, answer) => {
    const { verifier, grant, provider, store } = await failing(settles, answer);

    await expect(verifier.verify(YIYI, { grant, idempotencyKey })).rejects.toBeInstanceOf(StoreError);
    const again = await verifier.verify(YIYI, { grant, idempotencyKey });

    expect(again).toMatchObject({ status: "in-doubt", provider: "acme", charge: { charged: "unknown" } });
    expect(await verifier.resume(again.verificationId)).toEqual(again);
    expect(provider.seen).toHaveLength(1);
    expect(await linesOf(store)).toEqual([]);
  });

  it("after the answer keeps the place in the budget: money may be gone", async () => {
    const { verifier, grant } = await failing(settles, MATCH);

    await expect(verifier.verify(YIYI, { grant })).rejects.toBeInstanceOf(StoreError);
    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({ code: "BUDGET_EXCEEDED" });
  });
});

describe("a process that dies while it asks", () => {
  it("leaves the key in doubt for the next one", async () => {
    const path = databaseFile();
    const clock = fakeClock();
    const died = openSqliteStore({ path, clock });
    const { provider: never, asked } = waitingProvider();
    const before = await engine({ clock, store: died, providers: [never] });
    void before.verifier.verify(YIYI, { grant: before.grant, idempotencyKey });
    await asked;
    await died.close();

    const store = openSqliteStore({ path, clock });
    const provider = fakeProvider();
    const after = await engine({ clock, store, providers: [provider] });

    expect(await after.verifier.verify(YIYI, { grant: after.grant, idempotencyKey })).toMatchObject({
      status: "in-doubt",
      verificationId: never.seen[0]?.context.verificationId,
    });
    expect(provider.seen).toEqual([]);
    await store.close();
  });
});

/** The kinds of entries that are left after one call. */
async function entriesAfter(answer: Answer, key?: string): Promise<unknown[]> {
  const clock = fakeClock();
  const store = watched(createMemoryStore({ clock }));
  const made = await engine({ clock, store, providers: [fakeProvider({ answers: [answer] })] });
  const options = key === undefined ? {} : { idempotencyKey: key };
  await made.verifier.verify(YIYI, { grant: made.grant, ...options }).catch(() => undefined);
  const names = store.written.flatMap((change) =>
    change.change === "put" && /^(?:verification|idempotency)\//.test(change.key) ? [change.key] : [],
  );
  const found = await Promise.all(
    [...new Set(names)].map(async (name) => [name, await store.get(name)] as const),
  );
  return found.flatMap(([name, entry]) => (entry === undefined ? [] : [name.split("/")[0]]));
}

describe("what the store keeps of a verification", () => {
  it.each<[string, Answer, string | undefined, readonly string[]]>([
    ["nothing of a final answer that nobody can ask for again", MATCH, undefined, []],
    ["the answer and the key that stands for it", MATCH, "k", ["verification", "idempotency"]],
    ["what is still open", PENDING, undefined, ["verification"]],
    ["nothing after a failure that cost nothing", failure("UNAVAILABLE"), "k", []],
  ])("is %s", async (...[, answer, key, kept]) => {
    expect(await entriesAfter(answer, key)).toEqual(kept);
  });

  it("is written before the provider is asked", async () => {
    const clock = fakeClock();
    const store = watched(createMemoryStore({ clock }));
    let before = "";
    const look = async (): Promise<typeof MATCH> => {
      before = JSON.stringify(store.written.at(-1));
      return MATCH;
    };
    const made = await engine({ clock, store, providers: [fakeProvider({ answers: [look] })] });
    const { verificationId } = await made.verifier.verify(YIYI, { grant: made.grant });

    expect(before).toContain(`verification/${verificationId}`);
    expect(before).toContain("asked");
  });

  it("does not stand in the way of a new consent", async () => {
    const { verifier, consent, store } = await engine();
    const notice = consent.notice(realName, "en");
    await consent.record({ purpose: realName, subject: SUBJECT, notice, decision: "given" });
    await verifier.verify(YIYI, { grant: await consent.grant(realName, SUBJECT) });

    expect(await linesOf(store)).toHaveLength(1);
  });
});
