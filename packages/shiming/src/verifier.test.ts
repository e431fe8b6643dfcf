import { inspect } from "node:util";
import { fakeClock } from "@shiming/contract-tests";
import { type Provider, type ProviderResult, UsageError } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { describe, expect, it } from "vitest";
import { engine, keys, RECEIPTS, SUBJECT } from "./test-support/engine.ts";
import {
  fakeProvider,
  LOST,
  MATCH,
  MISMATCH,
  NO_RECORD,
  PENDING,
  waitingProvider,
} from "./test-support/fake-provider.ts";
import { readVerifications } from "./read-verifications.ts";
import { YIYI } from "./test-support/people.ts";
import { linesOf, STORES, watched } from "./test-support/stores.ts";
import { createVerifier, type VerifierOptions } from "./verifier.ts";
import { verifyReceipt } from "./verify-receipt.ts";

describe.each(STORES)("one verification, over $name", ({ open }) => {
  it.each([
    ["match", MATCH, { status: "match" }],
    ["mismatch", MISMATCH, { status: "mismatch", fields: ["name"], reason: "different-person" }],
    ["no record", NO_RECORD, { status: "no-record" }],
  ] as const)(
    "gives %s, with what the provider told and a receipt that holds",
    async (_what, result, told) => {
      const clock = fakeClock();
      const provider = fakeProvider({ answers: [result] });
      const { verifier, grant } = await engine({ clock, store: open(clock), providers: [provider] });
      const outcome = await verifier.verify(YIYI, { grant });

      expect(outcome).toEqual({
        ...told,
        verificationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        provider: "acme",
        checkedAt: "2026-11-22T04:00:00.000Z",
        charge: result.charge,
        ...("reference" in result && { reference: result.reference }),
        receipt: expect.any(String) as string,
      });
      const checked = await verifyReceipt(outcome.receipt ?? "", { ...RECEIPTS, jwks: keys.jwks, clock });

      expect(checked).toMatchObject({
        valid: true,
        claims: {
          jti: outcome.verificationId,
          verification: {
            kind: "resident-id",
            status: told.status,
            provider: "acme",
            checked_at: outcome.checkedAt,
            fields: ["name", "id-document-number"],
            charged: result.charge.charged,
            charge_basis: result.charge.basis,
          },
          consent: { purpose: "real-name" },
        },
      });
    },
  );
});

describe("a receipt", () => {
  it("holds no value of the person, and not the account either", async () => {
    const { verifier, grant } = await engine();
    const { receipt = "" } = await verifier.verify(YIYI, { grant });
    const claims = Buffer.from(receipt.split(".")[1] ?? "", "base64url").toString();

    expect(claims).toContain("real-name");
    for (const value of [YIYI.name, YIYI.idNumber, SUBJECT]) expect(claims).not.toContain(value);
  });

  it("names the consent that the check stood on", async () => {
    const { verifier, grant, store, clock } = await engine();
    const { receipt = "" } = await verifier.verify(YIYI, { grant });
    const [record] = await store.read("consent/example.community");
    const { hash } = (JSON.parse(record?.value ?? "{}") as { record: { hash: string } }).record;

    expect(await verifyReceipt(receipt, { ...RECEIPTS, jwks: keys.jwks, clock })).toMatchObject({
      claims: { consent: { record_hash: hash } },
    });
  });

  it("calls the same person by another name for another audience", async () => {
    const { clock, store } = await engine();
    const subjectFor = async (audience: string): Promise<unknown> => {
      const receipts = { ...RECEIPTS, audience };
      const { verifier, grant } = await engine({ clock, store, receipts });
      const { receipt = "" } = await verifier.verify(YIYI, { grant });
      const checked = await verifyReceipt(receipt, { ...receipts, jwks: keys.jwks, clock });
      return checked.valid ? checked.claims.sub : checked.reason;
    };

    expect(await subjectFor("https://a.example")).toBe(await subjectFor("https://a.example"));
    expect(await subjectFor("https://a.example")).not.toBe(await subjectFor("https://b.example"));
  });

  it.each([
    ["is pending", PENDING],
    ["is in doubt", LOST],
    ["is invalid to the vendor", { status: "invalid", problems: [], charge: NO_RECORD.charge }],
  ] as const)("is not written while the answer %s", async (_state, answer) => {
    const { verifier, grant } = await engine({ providers: [fakeProvider({ answers: [answer] })] });
    const outcome = await verifier.verify(YIYI, { grant });

    expect(outcome.status).toBe(answer.status);
    expect(outcome).not.toHaveProperty("receipt");
  });

  it("is not written by an app that does not want any", async () => {
    const { consent, store, grant } = await engine();
    const verifier = createVerifier({ consent, store, keys, providers: [fakeProvider()] });

    expect(await verifier.verify(YIYI, { grant })).not.toHaveProperty("receipt");
  });

  it("that cannot be signed does not take the answer with it", async () => {
    const clock = fakeClock();
    const provider = fakeProvider({ answers: [MISMATCH] });
    const store = createMemoryStore({ clock });
    const consenting = await engine({ clock, store });
    const verifier = createVerifier({
      ...consenting,
      providers: [provider],
      receipts: RECEIPTS,
      keys: {
        ...keys,
        signer: { ...keys.signer, sign: async () => Promise.reject(new Error("canary: HSM offline")) },
      },
    });
    const outcome = await verifier.verify(YIYI, { grant: consenting.grant });

    expect(outcome.status).toBe("mismatch");
    expect(outcome).not.toHaveProperty("receipt");
    expect(await linesOf(store)).toMatchObject([
      { status: "mismatch", charge: MISMATCH.charge, receipt: "failed" },
    ]);
  });
});

describe("what a provider says beyond its answer", () => {
  it("goes neither to the caller nor into the store", async () => {
    const canary = { attributes: { name: "canary" }, raw: "canary" };
    const provider = fakeProvider({ answers: [{ ...MISMATCH, ...canary }] });
    const store = watched(createMemoryStore());
    const { verifier, grant } = await engine({ providers: [provider], store });
    const outcome = await verifier.verify(YIYI, { grant, idempotencyKey: "k" });

    expect(outcome).toMatchObject({ status: "mismatch", fields: ["name"] });
    expect(JSON.stringify([outcome, store.written])).not.toContain("canary");
  });

  it.each([
    ["a pending answer without a handle", { status: "pending", charge: MATCH.charge }],
    ["an invalid answer without problems", { status: "invalid", charge: MATCH.charge }],
    ["a charge that is no charge", { status: "match", charge: { charged: "maybe", basis: "" } }],
  ])("does not count when it is %s", async (_what, answer) => {
    // What plain JavaScript can return.
    const provider = fakeProvider({ answers: [answer as unknown as ProviderResult] });
    const { verifier, grant } = await engine({ providers: [provider] });

    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({ code: "RESPONSE_INVALID" });
  });
});

describe("an id of the app's own making", () => {
  it("is refused before anything is sent when it cannot be part of a key", async () => {
    const provider = fakeProvider();
    const { verifier, grant } = await engine({ providers: [provider], newId: () => "order.7" });

    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({
      code: "INVALID_OPTION",
      path: "newId",
    });
    expect(provider.seen).toEqual([]);
  });
});

describe("readVerifications", () => {
  it("reads the log page by page", async () => {
    const { verifier, grant, store } = await engine();
    await verifier.verify(YIYI, { grant });
    await verifier.verify(YIYI, { grant });
    const [first] = await readVerifications(store, { limit: 1 });
    const [second, ...others] = await readVerifications(store, { after: first?.sequence ?? 0 });

    expect([first, second]).toMatchObject([{ status: "match" }, { status: "match" }]);
    expect(second?.id).not.toBe(first?.id);
    expect(others).toEqual([]);
  });
});

describe("the personal values of a check", () => {
  it("reach the provider sealed, and open for it alone", async () => {
    const provider = fakeProvider();
    const { verifier, grant } = await engine({ providers: [provider] });
    await verifier.verify(YIYI, { grant });
    const [seen] = provider.seen;

    expect(seen?.opened).toEqual([
      ["name", YIYI.name],
      ["id-document-number", YIYI.idNumber],
    ]);
    const shown = `${inspect(seen?.check, { depth: 9, showHidden: true })}${JSON.stringify(seen?.check)}`;

    expect(shown).toContain("sealed");
    expect(shown).not.toContain(YIYI.name);
    expect(shown).not.toContain(YIYI.idNumber);
  });

  it("are sent in canonical form", async () => {
    const provider = fakeProvider({
      capabilities: [{ kind: "phone", fields: ["mobile-number", "name"] }],
    });
    const { verifier, grant } = await engine({ providers: [provider] });
    await verifier.verify({ kind: "phone", phone: "+86 138-0013-8000", name: "某一一" }, { grant });

    expect(provider.seen[0]?.opened).toContainEqual(["mobile-number", "13800138000"]);
  });

  it("go into no entry, no key and no log", async () => {
    const clock = fakeClock();
    const store = watched(createMemoryStore({ clock }));
    const answers = [MATCH, MISMATCH, PENDING, LOST, new Error("canary")];
    const { verifier, grant } = await engine({ clock, store, providers: [fakeProvider({ answers })] });
    for (const [index] of answers.entries()) {
      // One after the other, so that each takes its own answer.
      // oxlint-disable-next-line no-await-in-loop
      await verifier.verify(YIYI, { grant, idempotencyKey: `${YIYI.name}-${index}` }).catch(() => undefined);
    }
    const written = JSON.stringify(store.written);

    expect(await linesOf(store)).toHaveLength(answers.length);
    for (const value of [YIYI.name, YIYI.idNumber, SUBJECT, "canary"]) expect(written).not.toContain(value);
  });

  it("are told by the names of their fields in the log, with outcome, charge and consent", async () => {
    const { verifier, grant, store, recordId } = await engine();
    const { verificationId } = await verifier.verify(YIYI, { grant });

    expect(await linesOf(store)).toEqual([
      {
        schema: "shiming-verification-line/1",
        id: verificationId,
        at: "2026-11-22T04:00:00.000Z",
        kind: "resident-id",
        provider: "acme",
        grantId: grant.id,
        purposeId: "real-name",
        subject: keys.blindIndex("consent-subject", SUBJECT),
        recordId,
        recordHash: expect.any(String) as string,
        status: "match",
        charge: MATCH.charge,
        sent: ["name", "id-document-number"],
        reference: "req-1",
      },
    ]);
  });

  it("count as sent only when the provider opened them", async () => {
    const provider: Provider = { ...fakeProvider(), verify: async () => NO_RECORD };
    const { verifier, grant, store } = await engine({ providers: [provider] });
    await verifier.verify(YIYI, { grant });

    expect(await linesOf(store)).toMatchObject([{ sent: [] }]);
  });
});

describe("createVerifier", () => {
  const provider = fakeProvider();

  it.each<[string, Partial<VerifierOptions>, string]>([
    ["no provider", { providers: [] }, "providers"],
    ["two providers of one id", { providers: [provider, fakeProvider()] }, "providers"],
    [
      "a provider of another version",
      { providers: [{ ...provider, specificationVersion: 2 } as unknown as Provider] },
      "providers",
    ],
    ["a cap below nothing", { budget: { perDay: { calls: -1 } } }, "budget.perDay.calls"],
    ["a cap of half a call", { budget: { perDay: { calls: 0.5 } } }, "budget.perDay.calls"],
    [
      "a cap that is no number",
      { budget: { perDay: { costMicros: Number.NaN } } },
      "budget.perDay.costMicros",
    ],
  ])("refuses %s", async (_what, change, path) => {
    const { consent, store } = await engine();
    const options = { consent, store, keys, providers: [provider], ...change };

    expect(() => createVerifier(options)).toThrow(UsageError);
    expect(() => createVerifier(options)).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
  });

  it("takes ids of the app's own making", async () => {
    const { verifier, grant } = await engine({ newId: () => "check_1" });

    expect(await verifier.verify(YIYI, { grant })).toMatchObject({ verificationId: "check_1" });
  });
});

describe("close", () => {
  it("waits for what is under way, then closes the providers, then refuses", async () => {
    const { provider, asked, answer } = waitingProvider();
    const { verifier, grant } = await engine({ providers: [provider] });
    const verifying = verifier.verify(YIYI, { grant });
    await asked;
    const closing = verifier.close();

    await expect(verifier.verify(YIYI, { grant })).rejects.toMatchObject({ code: "CLOSED" });
    await expect(verifier.resume("any")).rejects.toMatchObject({ code: "CLOSED" });
    expect(provider.closed()).toBe(0);

    answer(MATCH);

    expect((await verifying).status).toBe("match");
    await closing;
    expect(provider.closed()).toBe(1);
  });

  it("can be said twice", async () => {
    const provider = fakeProvider();
    const { verifier } = await engine({ providers: [provider] });
    await Promise.all([verifier.close(), verifier.close()]);
    await verifier.close();

    expect(provider.closed()).toBe(1);
  });

  it("leaves the store to the app", async () => {
    const { verifier, store } = await engine();
    await verifier.close();

    expect(await store.count("budget")).toBe(0);
  });
});
