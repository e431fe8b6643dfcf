import { fakeClock } from "@shiming/contract-tests";
import { ProviderError, type Provider, UsageError } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { openSqliteStore } from "@shiming/store-sqlite";
import { describe, expect, it } from "vitest";
import { type Engine, engine, keys, realName, RECEIPTS, SUBJECT } from "./test-support/engine.ts";
import {
  type Answer,
  failure,
  type FakeProvider,
  fakeProvider,
  LOST,
  MATCH,
  MISMATCH,
  PENDING,
} from "./test-support/fake-provider.ts";
import { YIYI } from "./test-support/people.ts";
import { databaseFile, linesOf, STORES } from "./test-support/stores.ts";
import { verifyReceipt } from "./verify-receipt.ts";

const DAY = 86_400_000;
const LOST_WITH_HANDLE = { ...LOST, handle: "acme-9" } as const;

interface Open extends Engine {
  readonly provider: FakeProvider;
  /** The handle that the caller got. */
  readonly handle: string;
}

describe.each(STORES)("resume, over $name", ({ open }) => {
  /** A verification that this answer left open, and what the provider says when it is asked later. */
  const left = async (answer: Answer, later?: readonly Answer[], idempotencyKey?: string): Promise<Open> => {
    const clock = fakeClock();
    const provider = fakeProvider({ answers: [answer], ...(later && { later }) });
    const made = await engine({ clock, store: open(clock), providers: [provider] });
    const key = idempotencyKey === undefined ? {} : { idempotencyKey };
    const outcome = await made.verifier.verify(YIYI, { grant: made.grant, ...key });
    return { ...made, provider, handle: "handle" in outcome ? outcome.handle : "" };
  };

  it("asks by the provider's own handle, and gives the answer with its receipt", async () => {
    const { verifier, provider, handle, clock } = await left(PENDING, [MISMATCH]);
    clock.advance(3 * DAY);
    const outcome = await verifier.resume(handle);

    expect(outcome).toMatchObject({
      status: "mismatch",
      fields: ["name"],
      verificationId: handle,
      provider: "acme",
      checkedAt: "2026-11-25T04:00:00.000Z",
    });
    expect(provider.resumed).toEqual(["acme-7"]);
    expect(await verifyReceipt(outcome.receipt ?? "", { ...RECEIPTS, jwks: keys.jwks, clock })).toMatchObject(
      { valid: true, claims: { jti: handle, verification: { status: "mismatch" } } },
    );
  });

  it("hands the app a handle of its own, not the provider's", async () => {
    const { handle } = await left(PENDING, []);

    expect(handle).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("opens nothing and is logged as such", async () => {
    const { verifier, store, handle } = await left(PENDING, [MISMATCH]);
    await verifier.resume(handle);

    expect(await linesOf(store)).toMatchObject([
      { id: handle, status: "pending", sent: ["name", "id-document-number"] },
      { id: handle, status: "mismatch", sent: [] },
    ]);
  });

  it("can be asked again while the answer is to come, and after it has come", async () => {
    const { verifier, provider, handle } = await left(PENDING, [PENDING, MATCH]);

    expect(await verifier.resume(handle)).toMatchObject({ status: "pending", handle });
    const settled = await verifier.resume(handle);

    expect(settled).toMatchObject({ status: "match" });
    expect(await verifier.resume(handle)).toEqual({
      ...settled,
      charge: { charged: "no", basis: "reused: asked once, and charged then" },
    });
    expect(provider.resumed).toHaveLength(2);
  });

  it("settles the idempotency key too", async () => {
    const { verifier, grant, provider, handle } = await left(PENDING, [MATCH], "k");
    await verifier.resume(handle);

    expect(await verifier.verify(YIYI, { grant, idempotencyKey: "k" })).toMatchObject({
      status: "match",
      verificationId: handle,
      charge: { charged: "no" },
    });
    expect(provider.seen).toHaveLength(1);
  });

  it("frees that key seven days after the answer has come", async () => {
    const { verifier, consent, clock, provider, handle } = await left(PENDING, [MATCH], "k");
    await verifier.resume(handle);
    clock.advance(7 * DAY);
    const grant = await consent.grant(realName, SUBJECT);

    expect(await verifier.verify(YIYI, { grant, idempotencyKey: "k" })).toMatchObject({ status: "match" });
    expect(provider.seen).toHaveLength(2);
  });

  it("settles a lost answer where the vendor has a query", async () => {
    const { verifier, provider, handle } = await left(LOST_WITH_HANDLE, [MATCH]);

    expect(await verifier.resume(handle)).toMatchObject({ status: "match", verificationId: handle });
    expect(provider.resumed).toEqual(["acme-9"]);
  });

  it.each<[string, Answer, readonly Answer[] | undefined]>([
    ["the vendor has no query", LOST_WITH_HANDLE, undefined],
    ["the provider kept nothing to ask with", LOST, [MATCH]],
  ])("leaves a lost answer in doubt when %s", async (_why, answer, later) => {
    const { verifier, provider, handle } = await left(answer, later);
    const outcome = await verifier.resume(handle);

    expect(outcome).toMatchObject({ status: "in-doubt", handle, charge: { charged: "unknown" } });
    expect(provider.resumed).toEqual([]);
    expect(provider.seen).toHaveLength(1);
  });

  it("keeps the way to ask when a query brings no handle of its own", async () => {
    const { verifier, provider, handle } = await left(LOST_WITH_HANDLE, [LOST, MATCH]);

    expect(await verifier.resume(handle)).toMatchObject({ status: "in-doubt" });
    expect(await verifier.resume(handle)).toMatchObject({ status: "match" });
    expect(provider.resumed).toEqual(["acme-9", "acme-9"]);
  });

  it("follows a new handle of the provider", async () => {
    const { verifier, provider, handle } = await left(PENDING, [{ ...PENDING, handle: "acme-8" }, MATCH]);
    await verifier.resume(handle);
    await verifier.resume(handle);

    expect(provider.resumed).toEqual(["acme-7", "acme-8"]);
  });

  it("leaves everything as it was when the query fails, so that it can be tried again", async () => {
    const unavailable = failure("UNAVAILABLE");
    const { verifier, handle } = await left(PENDING, [unavailable, new Error("canary"), MATCH]);

    await expect(verifier.resume(handle)).rejects.toBe(unavailable);
    const foreign: unknown = await verifier.resume(handle).catch((error: unknown) => error);

    expect(foreign).toBeInstanceOf(ProviderError);
    expect(foreign).toMatchObject({ code: "RESPONSE_INVALID" });
    expect(String(foreign)).not.toContain("canary");
    expect(await verifier.resume(handle)).toMatchObject({ status: "match" });
  });

  it("does not put an old answer over a newer one", async () => {
    const slow = Promise.withResolvers<typeof PENDING>();
    const { verifier, handle } = await left(PENDING, [async () => slow.promise, MATCH]);
    const first = verifier.resume(handle);
    const second = await verifier.resume(handle);
    slow.resolve(PENDING);

    expect(second).toMatchObject({ status: "match" });
    expect(await first).toMatchObject({ status: "match" });
    expect(await verifier.resume(handle)).toMatchObject({ status: "match" });
  });

  it("does not open personal values for a query that asks for them", async () => {
    const { verifier, handle, provider } = await left(PENDING, [
      async (context) => {
        const check = provider.seen[0]?.check;
        if (check?.kind === "resident-id") context.reveal(check.name);
        return MATCH;
      },
    ]);

    await expect(verifier.resume(handle)).rejects.toMatchObject({ code: "RESPONSE_INVALID" });
  });

  it.each(["", "no-such-verification", "../idempotency/x", "a".repeat(65)])(
    "does not know the handle %j",
    async (handle) => {
      const { verifier } = await left(MATCH);
      const resuming = verifier.resume(handle);

      await expect(resuming).rejects.toBeInstanceOf(UsageError);
      await expect(resuming).rejects.toMatchObject({ code: "HANDLE_UNKNOWN", path: "handle" });
    },
  );

  it("does not take the id of a verification that was never open", async () => {
    const { verifier, grant } = await left(MATCH);
    const { verificationId } = await verifier.verify(YIYI, { grant });

    await expect(verifier.resume(verificationId)).rejects.toMatchObject({ code: "HANDLE_UNKNOWN" });
  });

  it("does not take it under an idempotency key either", async () => {
    const { verifier, grant } = await left(PENDING, []);
    const { verificationId } = await verifier.verify(YIYI, { grant, idempotencyKey: "k" });

    await expect(verifier.resume(verificationId)).rejects.toMatchObject({ code: "HANDLE_UNKNOWN" });
  });

  it("neither asks for nor tells what the person has withdrawn from", async () => {
    const { verifier, handle, consent, recordId, provider } = await left(PENDING, [MATCH]);
    await verifier.resume(handle);
    await consent.withdraw(recordId);

    await expect(verifier.resume(handle)).rejects.toMatchObject({ code: "CONSENT_WITHDRAWN" });
    expect(provider.resumed).toHaveLength(1);
  });

  it("forgets what was left open after 184 days", async () => {
    const { verifier, handle, clock } = await left(PENDING, [PENDING]);
    clock.advance(184 * DAY - 1);

    expect(await verifier.resume(handle)).toMatchObject({ status: "pending" });
    clock.advance(184 * DAY);

    await expect(verifier.resume(handle)).rejects.toMatchObject({ code: "HANDLE_UNKNOWN" });
  });

  it("stops with its caller", async () => {
    const controller = new AbortController();
    const { verifier, handle, provider } = await left(PENDING, [
      async ({ signal }) => {
        controller.abort();
        return Promise.reject(signal.reason as Error);
      },
      MATCH,
    ]);
    const { signal } = controller;

    await expect(verifier.resume(handle, { signal })).rejects.toMatchObject({ name: "AbortError" });
    await expect(verifier.resume(handle, { signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(provider.resumed).toHaveLength(1);
    expect(await verifier.resume(handle)).toMatchObject({ status: "match" });
  });
});

describe("resume after a restart", () => {
  it("finds what was left open in the same file", async () => {
    const path = databaseFile();
    const clock = fakeClock();
    const before = await engine({
      clock,
      store: openSqliteStore({ path, clock }),
      providers: [fakeProvider({ answers: [PENDING], later: [] })],
    });
    const { verificationId } = await before.verifier.verify(YIYI, { grant: before.grant });
    await before.verifier.close();
    await before.store.close();

    const provider = fakeProvider({ later: [MATCH] });
    const after = await engine({ clock, store: openSqliteStore({ path, clock }), providers: [provider] });

    expect(await after.verifier.resume(verificationId)).toMatchObject({ status: "match", verificationId });
    expect(provider.resumed).toEqual(["acme-7"]);
    await after.store.close();
  });

  it("says what is known when the provider is no longer there", async () => {
    const clock = fakeClock();
    const store = createMemoryStore({ clock });
    const first: Provider = fakeProvider({ answers: [PENDING], later: [] });
    const before = await engine({ clock, store, providers: [first] });
    const { verificationId } = await before.verifier.verify(YIYI, { grant: before.grant });
    const after = await engine({ clock, store, providers: [fakeProvider({ id: "other" })] });

    expect(await after.verifier.resume(verificationId)).toMatchObject({
      status: "pending",
      provider: "acme",
    });
  });
});
