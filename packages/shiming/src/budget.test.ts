import { type FakeClock, fakeClock } from "@shiming/contract-tests";
import { BudgetError, type Outcome } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import type { Budget } from "./budget.ts";
import { type Engine, engine } from "./test-support/engine.ts";
import {
  type Answer,
  failure,
  type FakeProvider,
  fakeProvider,
  LOST,
  MATCH,
  NAME_AND_NUMBER,
  NO_RECORD,
  PENDING,
} from "./test-support/fake-provider.ts";
import { MISTYPED, YIYI } from "./test-support/people.ts";
import { linesOf, STORES } from "./test-support/stores.ts";

const FREE_MATCH = { ...MATCH, charge: { charged: "no", basis: "acme table 9" } } as const;

/** How many calls at once end. */
const manyOf = async ({ verifier, grant }: Engine, calls: number): Promise<(Outcome | BudgetError)[]> =>
  Promise.all(
    Array.from({ length: calls }, async () =>
      verifier.verify(YIYI, { grant }).catch((error: unknown) => {
        if (error instanceof BudgetError) return error;
        throw error;
      }),
    ),
  );

describe.each(STORES)("a daily budget, over $name", ({ open }) => {
  const fresh = async (
    perDay: Budget["perDay"],
    { answers = [], clock = fakeClock() }: { answers?: readonly Answer[]; clock?: FakeClock } = {},
  ): Promise<Engine & { provider: FakeProvider }> => {
    const provider = fakeProvider({ answers, later: [PENDING, PENDING, PENDING, FREE_MATCH] });
    const budget: Budget = perDay === undefined ? {} : { perDay };
    return { ...(await engine({ clock, store: open(clock), providers: [provider], budget })), provider };
  };

  it.each<{ of: string; perDay: Budget["perDay"]; allowed: number; cap: string }>([
    { of: "calls", perDay: { calls: 20 }, allowed: 20, cap: "calls per day" },
    { of: "money", perDay: { costMicros: 6_000_000 }, allowed: 20, cap: "cost per day" },
    { of: "money with change left", perDay: { costMicros: 6_299_999 }, allowed: 20, cap: "cost per day" },
    { of: "both", perDay: { calls: 7, costMicros: 6_000_000 }, allowed: 7, cap: "calls per day" },
    { of: "nothing at all", perDay: { calls: 0 }, allowed: 0, cap: "calls per day" },
  ])("of $of holds exactly under 50 calls at once", async ({ perDay, allowed, cap }) => {
    const made = await fresh(perDay);
    const endings = await manyOf(made, 50);
    const refused = endings.filter((ending) => ending instanceof BudgetError);

    expect(made.provider.seen).toHaveLength(allowed);
    expect(endings.length - refused.length).toBe(allowed);
    expect(refused.every((error) => error.code === "BUDGET_EXCEEDED" && error.cap === cap)).toBe(true);
    expect(refused.every((error) => error.retryable)).toBe(true);
    expect(await linesOf(made.store)).toHaveLength(allowed);
  });

  it("is not there unless the app sets one", async () => {
    const made = await fresh(undefined);
    await manyOf(made, 50);

    expect(made.provider.seen).toHaveLength(50);
  });

  it("opens again with the next day in Beijing, and not before", async () => {
    const clock = fakeClock(Date.parse("2026-11-22T23:59:59.999+08:00"));
    const { verifier, grant } = await fresh({ calls: 1 }, { clock });
    await verifier.verify(YIYI, { grant });

    await expect(verifier.verify(YIYI, { grant })).rejects.toBeInstanceOf(BudgetError);
    clock.advance(1);

    expect((await verifier.verify(YIYI, { grant })).status).toBe("match");
    await expect(verifier.verify(YIYI, { grant })).rejects.toBeInstanceOf(BudgetError);
  });

  it.each<[string, Answer, Budget["perDay"]]>([
    ["an answer that is free", NO_RECORD, { calls: 1 }],
    ["an answer that is free", NO_RECORD, { costMicros: 300_000 }],
    ["an error that cost nothing", failure("REJECTED"), { calls: 1 }],
    ["an error that cost nothing", failure("REJECTED"), { costMicros: 300_000 }],
  ])("gets back what %s had set aside, and no more", async (_what, answer, perDay) => {
    const { verifier, grant } = await fresh(perDay, { answers: [answer] });
    await verifier.verify(YIYI, { grant }).catch(() => undefined);

    expect((await verifier.verify(YIYI, { grant })).status).toBe("match");
    await expect(verifier.verify(YIYI, { grant })).rejects.toBeInstanceOf(BudgetError);
  });

  it.each<[string, Answer]>([
    ["a lost answer", LOST],
    ["an error that may have cost something", failure("RESPONSE_INVALID", "unknown")],
    ["a foreign error", new Error("canary")],
    ["an answer that is still to come, free so far", { ...PENDING, charge: NO_RECORD.charge }],
  ])("does not get back what %s had set aside", async (_what, answer) => {
    const { verifier, grant } = await fresh({ calls: 1 }, { answers: [answer] });
    await verifier.verify(YIYI, { grant }).catch(() => undefined);

    await expect(verifier.verify(YIYI, { grant })).rejects.toBeInstanceOf(BudgetError);
  });

  it("is not won back by asking again and again for an open answer", async () => {
    const free = { ...PENDING, charge: NO_RECORD.charge };
    const made = await fresh({ calls: 1 }, { answers: [free] });
    const { verificationId } = await made.verifier.verify(YIYI, { grant: made.grant });
    for (const status of ["pending", "pending", "pending", "match"]) {
      // One after the other: each query takes its own answer.
      // oxlint-disable-next-line no-await-in-loop
      expect((await made.verifier.resume(verificationId)).status).toBe(status);
    }

    expect((await manyOf(made, 5)).every((ending) => ending instanceof BudgetError)).toBe(true);
  });

  it("is not touched by what costs nothing from the start", async () => {
    const { verifier, grant } = await fresh({ calls: 1 });
    await verifier.verify(MISTYPED, { grant });
    await verifier.verify(YIYI, { grant, idempotencyKey: "k" });
    await verifier.verify(YIYI, { grant, idempotencyKey: "k" });

    await expect(verifier.verify(YIYI, { grant })).rejects.toBeInstanceOf(BudgetError);
  });

  it("that is used up leaves the idempotency key free for tomorrow", async () => {
    const clock = fakeClock(Date.parse("2026-11-22T23:59:59.999+08:00"));
    const { verifier, grant } = await fresh({ calls: 1 }, { clock });
    await verifier.verify(YIYI, { grant });

    await expect(verifier.verify(YIYI, { grant, idempotencyKey: "k" })).rejects.toBeInstanceOf(BudgetError);
    clock.advance(1);

    expect((await verifier.verify(YIYI, { grant, idempotencyKey: "k" })).status).toBe("match");
  });

  it("counts a provider without a price as a call, not as money", async () => {
    const clock = fakeClock();
    const { costMicros: _, ...unpriced } = NAME_AND_NUMBER;
    const provider = fakeProvider({ capabilities: [unpriced] });
    const made = await engine({
      clock,
      store: open(clock),
      providers: [provider],
      budget: { perDay: { calls: 3, costMicros: 0 } },
    });
    await manyOf(made, 10);

    expect(provider.seen).toHaveLength(3);
  });
});
