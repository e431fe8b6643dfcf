import { fakeClock } from "@shiming/contract-tests";
import {
  type Capability,
  type Provider,
  type ProviderContext,
  type ProviderResult,
  UsageError,
} from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { describe, expect, it } from "vitest";
import { engine, realName, SUBJECT } from "./test-support/engine.ts";
import {
  type Answer,
  failure,
  fakeProvider,
  LOST,
  MATCH,
  MISMATCH,
  NAME_AND_NUMBER,
  NO_RECORD,
  PENDING,
  waitingProvider,
} from "./test-support/fake-provider.ts";
import { CREDENTIAL, PHONE, YIYI } from "./test-support/people.ts";
import { linesOf, STORES, watched } from "./test-support/stores.ts";

const TWO_ELEMENTS: Capability = { kind: "phone", fields: ["mobile-number", "name"] };

describe("a provider that fails before it has opened anything", () => {
  const failing: Provider = {
    ...fakeProvider(),
    verify: async () => {
      throw new UsageError("INVALID_OPTION", "acme", "is not set up");
    },
  };

  it("has sent nothing: it costs nothing, and the idempotency key stays free", async () => {
    const { verifier, grant, store } = await engine({
      providers: [failing],
      budget: { perDay: { calls: 1 } },
    });
    const failed = expect.objectContaining({ code: "INVALID_OPTION" });
    await expect(verifier.verify(YIYI, { grant, idempotencyKey: "k" })).rejects.toThrow(failed);
    await expect(verifier.verify(YIYI, { grant, idempotencyKey: "k" })).rejects.toThrow(failed);

    expect(await linesOf(store)).toMatchObject([
      { status: "INVALID_OPTION", charge: { charged: "no" }, sent: [] },
      { status: "INVALID_OPTION", charge: { charged: "no" }, sent: [] },
    ]);
  });
});

describe("the choice of a provider", () => {
  it("falls on the first that can do the check with exactly its fields", async () => {
    const phones = fakeProvider({ id: "other", capabilities: [TWO_ELEMENTS] });
    const persons = fakeProvider();
    const { verifier, grant } = await engine({ providers: [phones, persons] });

    expect(await verifier.verify(YIYI, { grant })).toMatchObject({ provider: "acme" });
    expect(await verifier.verify(PHONE, { grant })).toMatchObject({ provider: "other" });
    expect([persons.seen.length, phones.seen.length]).toEqual([1, 1]);
  });

  it("follows the app's order", async () => {
    const providers = [fakeProvider({ id: "other" }), fakeProvider()];
    const { verifier, grant } = await engine({ providers });

    expect(await verifier.verify(YIYI, { grant })).toMatchObject({ provider: "other" });
  });

  it("leaves out a provider that the person was not told of (PIPL 23)", async () => {
    const unknown = fakeProvider({ id: "unnamed" });
    const { verifier, grant } = await engine({ providers: [unknown, fakeProvider()] });

    expect(await verifier.verify(YIYI, { grant })).toMatchObject({ provider: "acme" });
    expect(unknown.seen).toEqual([]);
  });

  it("is refused when no provider is left that the person was told of", async () => {
    const unknown = fakeProvider({ id: "unnamed" });
    const { verifier, grant } = await engine({ providers: [unknown] });

    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({
      code: "CONSENT_REQUIRED",
      purposeId: "real-name",
    });
    expect(unknown.seen).toEqual([]);
  });

  it("minds the mode of a network identity", async () => {
    const credential = { kind: "network-identity", fields: ["network-identity-credential"] } as const;
    const passwords = fakeProvider({ id: "other", capabilities: [{ ...credential, modes: ["R02"] }] });
    const plain = fakeProvider({ capabilities: [{ ...credential, modes: ["R01"] }] });
    const { verifier, grant } = await engine({ providers: [passwords, plain] });

    expect(await verifier.verify(CREDENTIAL, { grant })).toMatchObject({ provider: "acme" });
    expect(
      await verifier.verify({ ...CREDENTIAL, mode: "R02", certPwdData: "opaque" }, { grant }),
    ).toMatchObject({ provider: "other" });
  });
});

/** What two providers do when the first one gives this answer. */
async function asking(answer: Answer, idempotencyKey?: string) {
  const first = fakeProvider({ answers: [answer] });
  const second = fakeProvider({ id: "other" });
  const made = await engine({ providers: [first, second] });
  const key = idempotencyKey === undefined ? {} : { idempotencyKey };
  const ending: unknown = await made.verifier
    .verify(YIYI, { grant: made.grant, ...key })
    .catch((error: unknown) => error);
  return { ...made, first, second, ending };
}

describe("the next provider", () => {
  it.each(["UNAVAILABLE", "THROTTLED", "DAILY_LIMIT"] as const)(
    "is asked after %s, which cost nothing",
    async (code) => {
      const { second, ending, store } = await asking(failure(code), "k");

      expect(ending).toMatchObject({ status: "match", provider: "other" });
      expect(second.seen).toHaveLength(1);
      expect(await linesOf(store)).toMatchObject([
        { provider: "acme", status: code },
        { provider: "other", status: "match" },
      ]);
    },
  );

  it.each<[string, Answer]>([
    ["a match", MATCH],
    ["a mismatch", MISMATCH],
    ["no record", NO_RECORD],
    ["a pending answer", PENDING],
    ["a lost answer", LOST],
    ["an outage that may have cost something", failure("UNAVAILABLE", "unknown")],
    ["an outage that was charged", failure("UNAVAILABLE", "yes")],
    ["a failure that needs a person", failure("MISCONFIGURED")],
    ["a refusal of the vendor", failure("REJECTED")],
    ["an answer that nobody could read", failure("RESPONSE_INVALID", "unknown")],
    ["a foreign error", new Error("canary")],
  ])("is not asked after %s", async (_what, answer) => {
    const { second } = await asking(answer);

    expect(second.seen).toEqual([]);
  });

  it("is asked under an id of its own, and the key follows", async () => {
    const { verifier, grant, first, second, ending } = await asking(failure("UNAVAILABLE"), "k");

    expect(await verifier.verify(YIYI, { grant, idempotencyKey: "k" })).toMatchObject({
      status: "match",
      provider: "other",
    });
    expect(first.seen[0]?.context.verificationId).not.toBe(second.seen[0]?.context.verificationId);
    expect(ending).toMatchObject({ verificationId: second.seen[0]?.context.verificationId });
    expect(second.seen).toHaveLength(1);
  });

  it("fails with its own error when it fails too", async () => {
    const last = failure("DAILY_LIMIT");
    const providers = [
      fakeProvider({ answers: [failure("UNAVAILABLE")] }),
      fakeProvider({ id: "other", answers: [last] }),
    ];
    const { verifier, grant } = await engine({ providers });

    await expect(verifier.verify(YIYI, { grant })).rejects.toBe(last);
  });

  it("is not asked when the caller has stopped meanwhile", async () => {
    const controller = new AbortController();
    const first = fakeProvider({
      answers: [
        async () => {
          controller.abort();
          throw failure("UNAVAILABLE");
        },
      ],
    });
    const second = fakeProvider({ id: "other" });
    const { verifier, grant } = await engine({ providers: [first, second] });

    await expect(verifier.verify(YIYI, { grant, signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(second.seen).toEqual([]);
  });

  it("is not asked when the person has withdrawn meanwhile", async () => {
    const { provider: first, asked, fail } = waitingProvider();
    const second = fakeProvider({ id: "other" });
    const { verifier, grant, consent, recordId } = await engine({ providers: [first, second] });
    const verifying = verifier.verify(YIYI, { grant });
    await asked;
    await consent.withdraw(recordId);
    fail(failure("UNAVAILABLE"));

    await expect(verifying).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(second.seen).toEqual([]);
    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({ code: "CONSENT_WITHDRAWN" });
  });

  it("takes its own place in the budget", async () => {
    const providers = [
      fakeProvider({ answers: [failure("UNAVAILABLE"), failure("UNAVAILABLE")] }),
      fakeProvider({ id: "other", capabilities: [{ ...NAME_AND_NUMBER, costMicros: 500_000 }] }),
    ];
    const { verifier, grant } = await engine({ providers, budget: { perDay: { costMicros: 500_000 } } });

    expect(await verifier.verify(YIYI, { grant })).toMatchObject({ provider: "other" });
    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({ code: "BUDGET_EXCEEDED" });
  });
});

const token = "one-tap-token-1";

/** An answer of a provider that takes tokens, and what it was told about each. */
function claiming(claims: boolean[], tokens: readonly string[]) {
  return async (context: ProviderContext): Promise<ProviderResult> => {
    const until = context.clock.now() + 1000;
    claims.push(...(await Promise.all(tokens.map(async (one) => context.claimOnce(one, until)))));
    return MATCH;
  };
}

describe.each(STORES)("claimOnce, over $name", ({ open }) => {
  it("is true for the first who asks for a token, whoever shares the store, until its time is over", async () => {
    const clock = fakeClock();
    const store = open(clock);
    const claims: boolean[] = [];
    const claim = claiming(claims, [token, "another"]);
    const providers = () => [fakeProvider({ answers: [claim, claim] })];
    const one = await engine({ clock, store, providers: providers() });
    const two = await engine({ clock, store, providers: providers() });
    const grant = await one.consent.grant(realName, SUBJECT);
    await one.verifier.verify(YIYI, { grant });
    await two.verifier.verify(YIYI, { grant: two.grant });
    clock.advance(1000);
    await two.verifier.verify(YIYI, { grant: two.grant });

    expect(claims).toEqual([true, true, false, false, true, true]);
  });

  it("is true once under many at the same moment", async () => {
    const clock = fakeClock();
    const claims: boolean[] = [];
    const claim = claiming(
      claims,
      Array.from({ length: 20 }, () => token),
    );
    const { verifier, grant } = await engine({
      clock,
      store: open(clock),
      providers: [fakeProvider({ answers: [claim] })],
    });
    await verifier.verify(YIYI, { grant });

    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it("keeps the tokens of two providers apart", async () => {
    const clock = fakeClock();
    const claims: boolean[] = [];
    const claim = async (context: ProviderContext): Promise<ProviderResult> => {
      claims.push(await context.claimOnce(token, context.clock.now() + 1000));
      throw failure("UNAVAILABLE");
    };
    const providers = [fakeProvider({ answers: [claim] }), fakeProvider({ id: "other", answers: [claim] })];
    const { verifier, grant } = await engine({ clock, store: open(clock), providers });

    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(claims).toEqual([true, true]);
  });
});

/** Takes the token, opens the values, and ends so. */
const claimThen =
  (claims: boolean[], end: Error) =>
  async (context: ProviderContext): Promise<ProviderResult> => {
    claims.push(await context.claimOnce(token, context.clock.now() + 1000));
    throw end;
  };

describe("a token that was claimed", () => {
  it.each([
    ["goes back after a free failure that may be tried again", failure("UNAVAILABLE"), true],
    ["stays taken after a failure that trying again cannot mend", failure("REJECTED"), false],
    ["stays taken after a call that may have been charged", failure("RESPONSE_INVALID", "unknown"), false],
  ])("%s", async (_what, end, free) => {
    const claims: boolean[] = [];
    const claim = claimThen(claims, end);
    const { verifier, grant } = await engine({ providers: [fakeProvider({ answers: [claim, claim] })] });
    await expect(verifier.verify(YIYI, { grant })).rejects.toBe(end);
    await expect(verifier.verify(YIYI, { grant })).rejects.toBe(end);

    expect(claims).toEqual([true, free]);
  });

  it("is not in the store in the clear", async () => {
    const clock = fakeClock();
    const store = watched(createMemoryStore({ clock }));
    const claim = claiming([], [token]);
    const { verifier, grant } = await engine({
      clock,
      store,
      providers: [fakeProvider({ answers: [claim] })],
    });
    await verifier.verify(YIYI, { grant });

    const written = JSON.stringify(store.written);

    expect(written).toContain('"claimed/');
    expect(written).not.toContain(token);
  });
});
