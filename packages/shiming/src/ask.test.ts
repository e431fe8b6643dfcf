import { inspect } from "node:util";
import { type Provider, ProviderError, type ProviderResult } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { engine } from "./test-support/engine.ts";
import { type Answer, failure, fakeProvider, MATCH } from "./test-support/fake-provider.ts";
import { YIYI } from "./test-support/people.ts";
import { linesOf } from "./test-support/stores.ts";

const CANARY = "canary-110000190101010001";

const shown = (error: unknown): string =>
  [
    inspect(error, { depth: 9, showHidden: true }),
    JSON.stringify(error),
    String(error),
    error instanceof Error ? `${error.message}${error.stack}` : "",
  ].join("\n");

async function endingOf(answer: Answer): Promise<unknown> {
  const { verifier, grant } = await engine({ providers: [fakeProvider({ answers: [answer] })] });
  return verifier.verify(YIYI, { grant }).catch((error: unknown) => error);
}

const foreign = (thrown: unknown) => async (): Promise<ProviderResult> => {
  throw thrown;
};

describe("an error that the provider should have reported itself", () => {
  it.each<[string, Answer]>([
    ["an error with a value in its message", new Error(CANARY)],
    ["an error with a value in its cause", new Error("failed", { cause: { idNumber: CANARY } })],
    ["an error with a value in a property", Object.assign(new Error("failed"), { body: CANARY })],
    ["a text", foreign(CANARY)],
    ["an object", foreign({ idNumber: CANARY })],
    ["nothing", foreign(undefined)],
    ["an abort of its own, when nobody asked for one", new DOMException(CANARY, "AbortError")],
    [
      "an object that calls itself ours",
      foreign({ code: "REJECTED", name: "ProviderError", message: CANARY }),
    ],
  ])("ends here: %s", async (_what, answer) => {
    const ending = await endingOf(answer);

    expect(ending).toBeInstanceOf(ProviderError);
    expect(ending).toMatchObject({
      code: "RESPONSE_INVALID",
      provider: "acme",
      retryable: false,
      charge: { charged: "unknown" },
    });
    expect(ending).not.toHaveProperty("cause");
    expect(shown(ending)).not.toContain(CANARY);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "match"],
    ["a status that there is not", { ...MATCH, status: "ok" }],
    ["no charge", { status: "match" }],
    ["a charge that says nothing", { status: "match", charge: {} }],
  ])("is made of an answer that is none: %s", async (_what, answer) => {
    const provider: Provider = { ...fakeProvider(), verify: async () => answer as ProviderResult };
    const { verifier, grant } = await engine({ providers: [provider] });

    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({
      code: "RESPONSE_INVALID",
      charge: { charged: "unknown" },
    });
  });

  it("may also be thrown before there is a promise", async () => {
    const provider: Provider = {
      ...fakeProvider(),
      verify: () => {
        throw new Error(CANARY);
      },
    };
    const { verifier, grant } = await engine({ providers: [provider] });

    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({ code: "RESPONSE_INVALID" });
  });
});

describe("an error of ours", () => {
  it("reaches the caller as the provider made it", async () => {
    const error = failure("SIGNATURE_INVALID", "yes");

    expect(await endingOf(error)).toBe(error);
  });

  it("is logged with its code, its charge, what was sent and the vendor's request id", async () => {
    const { provider: by, message, charge } = failure("THROTTLED");
    const detail = { provider: by, message, charge, reference: "req-9" };
    const throttled = new ProviderError("THROTTLED", detail);
    const provider = fakeProvider({ answers: [throttled] });
    const { verifier, grant, store } = await engine({ providers: [provider] });

    await expect(verifier.verify(YIYI, { grant })).rejects.toBeInstanceOf(ProviderError);
    expect(await linesOf(store)).toMatchObject([
      {
        status: "THROTTLED",
        charge: { charged: "no", basis: "acme THROTTLED" },
        sent: ["name", "id-document-number"],
        reference: "req-9",
      },
    ]);
  });
});

/** A provider that waits for the signal, and fails as `fetch` does. */
async function stopped(idempotencyKey?: string) {
  const controller = new AbortController();
  const provider = fakeProvider({
    answers: [
      async ({ signal }) => {
        controller.abort(new Error(CANARY));
        return Promise.reject(signal.reason as Error);
      },
    ],
  });
  const made = await engine({ providers: [provider] });
  const key = idempotencyKey === undefined ? {} : { idempotencyKey };
  const options = { grant: made.grant, signal: controller.signal, ...key };
  const ending: unknown = await made.verifier.verify(YIYI, options).catch((error: unknown) => error);
  return { ...made, provider, ending };
}

describe("a call that its caller stops while it is under way", () => {
  it("ends as an AbortError that does not tell the caller's reason", async () => {
    const { ending } = await stopped();

    expect(ending).toBeInstanceOf(DOMException);
    expect(ending).toMatchObject({ name: "AbortError" });
    expect(shown(ending)).not.toContain(CANARY);
  });

  it("leaves the key in doubt: the question had left", async () => {
    const { verifier, grant, provider } = await stopped("k");

    expect(await verifier.verify(YIYI, { grant, idempotencyKey: "k" })).toMatchObject({
      status: "in-doubt",
      charge: { charged: "unknown" },
    });
    expect(provider.seen).toHaveLength(1);
  });

  it("is logged as in doubt", async () => {
    const { store } = await stopped();

    expect(await linesOf(store)).toMatchObject([{ status: "in-doubt", charge: { charged: "unknown" } }]);
  });

  it("keeps an answer that came all the same", async () => {
    const controller = new AbortController();
    const provider = fakeProvider({
      answers: [
        async () => {
          controller.abort();
          return MATCH;
        },
      ],
    });
    const { verifier, grant } = await engine({ providers: [provider] });

    expect(await verifier.verify(YIYI, { grant, signal: controller.signal })).toMatchObject({
      status: "match",
    });
  });
});

describe("what a provider is lent for one call", () => {
  it("is the id, the clock and the caller's signal", async () => {
    const provider = fakeProvider();
    const { verifier, grant, clock } = await engine({ providers: [provider] });
    const { signal } = new AbortController();
    const { verificationId } = await verifier.verify(YIYI, { grant, signal });

    expect(provider.seen[0]?.context).toMatchObject({ verificationId, clock, signal });
  });

  it("is a signal that never fires, when the caller has none", async () => {
    const provider = fakeProvider();
    const { verifier, grant } = await engine({ providers: [provider] });
    await verifier.verify(YIYI, { grant });

    expect(provider.seen[0]?.context.signal.aborted).toBe(false);
  });

  it("does not open what belongs to another call", async () => {
    const provider = fakeProvider();
    const { verifier, grant } = await engine({ providers: [provider] });
    await verifier.verify(YIYI, { grant });
    await verifier.verify(YIYI, { grant });
    const [first, second] = provider.seen;
    const name = first?.check.kind === "resident-id" ? first.check.name : undefined;

    expect(name).toBeDefined();
    expect(() => name && second?.context.reveal(name)).toThrow(TypeError);
  });
});
