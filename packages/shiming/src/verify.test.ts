import { definePurpose } from "@shiming/consent";
import { ConsentError, type Check, type ConsentGrant, UnsupportedError, UsageError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import {
  type Engine,
  engine,
  type EngineOptions,
  type EveryField,
  realName,
  SUBJECT,
} from "./test-support/engine.ts";
import { failure, type FakeProvider, fakeProvider, waitingProvider } from "./test-support/fake-provider.ts";
import { PHONE, YIYI } from "./test-support/people.ts";
import { linesOf, watched } from "./test-support/stores.ts";
import { MINUTE } from "./test-support/times.ts";

/** An engine whose provider and store are looked at. */
async function observed(options: EngineOptions = {}): Promise<Engine & Observed> {
  const { clock, store } = await engine();
  const provider = fakeProvider();
  const writes = watched(store);
  const made = await engine({ clock, store: writes, providers: [provider], ...options });
  const before = writes.written.length;
  return { ...made, provider, written: () => writes.written.length - before };
}

interface Observed {
  readonly provider: FakeProvider;
  /** Changes since the engine stood ready. */
  readonly written: () => number;
}

describe("a check without consent", () => {
  it.each<[string, (engine: Engine) => unknown, string]>([
    ["a forged grant", () => ({ id: "1", purposeId: "real-name", expiresAt: Infinity }), "CONSENT_REQUIRED"],
    ["a copy of a grant", ({ grant }) => ({ ...grant }), "CONSENT_REQUIRED"],
    ["no grant", () => undefined, "CONSENT_REQUIRED"],
    [
      "an expired grant",
      ({ grant, clock }) => {
        clock.advance(5 * MINUTE);
        return grant;
      },
      "CONSENT_EXPIRED",
    ],
    [
      "a withdrawn consent",
      async ({ grant, consent, recordId }) => {
        await consent.withdraw(recordId);
        return grant;
      },
      "CONSENT_WITHDRAWN",
    ],
  ])("is refused: %s; nothing is sent and nothing is written", async (_what, spoil, code) => {
    const made = await observed();
    const grant = (await spoil(made)) as ConsentGrant<EveryField>;
    const before = made.written();
    const verifying = made.verifier.verify(YIYI, { grant, idempotencyKey: "k" });

    await expect(verifying).rejects.toBeInstanceOf(ConsentError);
    await expect(verifying).rejects.toMatchObject({ code });
    expect(made.provider.seen).toEqual([]);
    expect(made.written()).toBe(before);
  });

  it("is refused by the fields of the values, not of the type", async () => {
    const provider = fakeProvider({
      capabilities: [{ kind: "phone", fields: ["mobile-number", "name", "id-document-number"] }],
    });
    const { verifier, consent } = await engine({ providers: [provider] });
    const twoElements = definePurpose({
      ...realName,
      id: "two-elements",
      required: ["mobile-number", "name"],
    });
    const notice = consent.notice(twoElements, "zh");
    await consent.record({ purpose: twoElements, subject: SUBJECT, notice, decision: "given" });
    const grant = await consent.grant(twoElements, SUBJECT);
    const wide = { ...PHONE, idNumber: YIYI.idNumber } as const;
    const narrow: { kind: "phone"; phone: string; name: string } = wide;

    await expect(verifier.verify(narrow, { grant })).rejects.toMatchObject({
      code: "CONSENT_REQUIRED",
      fields: ["id-document-number"],
    });
    expect(provider.seen).toEqual([]);
  });

  it("is refused also when an earlier answer is there: it may not be told without consent", async () => {
    const { verifier, grant, consent, recordId } = await engine();
    await verifier.verify(YIYI, { grant, idempotencyKey: "k" });
    await consent.withdraw(recordId);

    await expect(verifier.verify(YIYI, { grant, idempotencyKey: "k" })).rejects.toMatchObject({
      code: "CONSENT_WITHDRAWN",
    });
  });

  it("is refused when the consent went while the call waited for another of the same key", async () => {
    const { provider, fail } = waitingProvider();
    const { verifier, grant, consent, recordId } = await engine({ providers: [provider] });
    const first = verifier.verify(YIYI, { grant, idempotencyKey: "k" });
    const second = verifier.verify(YIYI, { grant, idempotencyKey: "k" });
    await consent.withdraw(recordId);
    fail(failure("UNAVAILABLE"));

    await expect(first).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(second).rejects.toMatchObject({ code: "CONSENT_WITHDRAWN" });
    expect(provider.seen).toHaveLength(1);
  });
});

describe("a check that nobody can do", () => {
  it.each<[string, Check]>([
    ["of another kind", PHONE],
    ["with a field more than the provider takes", { ...YIYI, validTo: "long-term" }],
  ])("is unsupported: %s", async (_what, check) => {
    const { verifier, grant, provider, written } = await observed();

    await expect(verifier.verify(check, { grant })).rejects.toBeInstanceOf(UnsupportedError);
    await expect(verifier.verify(check, { grant })).rejects.toMatchObject({
      code: "UNSUPPORTED",
      message: expect.not.stringContaining(YIYI.name) as string,
    });
    expect(provider.seen).toEqual([]);
    expect(written()).toBe(0);
  });
});

describe("a call that its caller has stopped before", () => {
  it("ends as an AbortError, and sends and writes nothing", async () => {
    const { verifier, grant, provider, written } = await observed();
    const signal = AbortSignal.abort(new Error("canary"));
    const ending: unknown = await verifier.verify(YIYI, { grant, signal }).catch((error: unknown) => error);

    expect(ending).toBeInstanceOf(DOMException);
    expect(ending).toMatchObject({
      name: "AbortError",
      message: expect.not.stringContaining("canary") as string,
    });
    expect(provider.seen).toEqual([]);
    expect(written()).toBe(0);
  });
});

describe("an idempotency key", () => {
  it.each<[string, unknown]>([
    ["an empty text", ""],
    ["256 characters", "k".repeat(256)],
    ["a number", 7],
    ["null", null],
  ])("is not %s", async (_what, key) => {
    const { verifier, grant, provider } = await observed();
    const verifying = verifier.verify(YIYI, { grant, idempotencyKey: key as string });

    await expect(verifying).rejects.toBeInstanceOf(UsageError);
    await expect(verifying).rejects.toMatchObject({ code: "INVALID_INPUT", path: "idempotencyKey" });
    expect(provider.seen).toEqual([]);
  });

  it("may have 255 characters of any kind", async () => {
    const { verifier, grant, store } = await observed();
    await verifier.verify(YIYI, { grant, idempotencyKey: "某".repeat(255) });

    expect(await linesOf(store)).toHaveLength(1);
  });
});
