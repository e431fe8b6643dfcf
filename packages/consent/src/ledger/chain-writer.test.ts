import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Change, type Store, StoreError } from "@shiming/contract";
import { fakeClock } from "@shiming/contract-tests";
import { createMemoryStore } from "@shiming/store-memory";
import { openSqliteStore } from "@shiming/store-sqlite";
import { describe, expect, it } from "vitest";
import { createConsent } from "../consent.ts";
import { community, register } from "../test-support/community.ts";
import { recordsIn } from "../test-support/ledger.ts";
import { decide, keys, service } from "../test-support/services.ts";
import { ChainWriter } from "./chain-writer.ts";
import { verifyLedger } from "./verify-ledger.ts";

const appId = community.id;
const HEAD = `consent-chain/${appId}`;
const { jwks } = keys;

/** A store that tells what is committed, and may do something first. */
function watched(before: (changes: readonly Change[]) => Promise<void> = async () => {}): {
  store: Store;
  batches: number[];
} {
  const inner = createMemoryStore();
  const batches: number[] = [];
  const store: Store = {
    get: inner.get.bind(inner),
    read: inner.read.bind(inner),
    count: inner.count.bind(inner),
    close: inner.close.bind(inner),
    commit: async (changes) => {
      await before(changes);
      batches.push(changes.filter(({ change }) => change === "append").length);
      return inner.commit(changes);
    },
  };
  return { store, batches };
}

const many = (consent: ReturnType<typeof createConsent>, people: readonly string[]) =>
  Promise.all(people.map((subject) => decide(consent, register, { subject })));

const people = (count: number, name = "account"): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index}`);

describe("records that come together", () => {
  it("share commits, and each is a line of one chain", async () => {
    const { store, batches } = watched();
    const records = await many(service({ store }).consent, people(300));

    expect(batches.length).toBeLessThan(100);
    expect(Math.max(...batches)).toBeLessThanOrEqual(256);
    expect(await verifyLedger({ store, appId, jwks })).toMatchObject({ ok: true, records: 300 });
    expect(new Set((await recordsIn(store)).map(({ id }) => id))).toEqual(
      new Set(records.map(({ id }) => id)),
    );
  });

  it("are written by several services over one store into one chain", async () => {
    const { store } = watched();
    await Promise.all([1, 2, 3].map((name) => many(service({ store }).consent, people(30, `of-${name}`))));

    expect(await verifyLedger({ store, appId, jwks })).toMatchObject({ ok: true, records: 90 });
  });

  it("are written by two connections to one file into one chain", async () => {
    const folder = mkdtempSync(join(tmpdir(), "shiming-chain-"));
    const stores = [1, 2].map(() => openSqliteStore({ path: join(folder, "chain.db") }));
    await Promise.all(
      stores.map((store, index) => many(service({ store }).consent, people(40, `of-${index}`))),
    );
    const [store] = stores;

    expect(store && (await verifyLedger({ store, appId, jwks }))).toMatchObject({ ok: true, records: 80 });
    await Promise.all(stores.map((one) => one.close()));
    rmSync(folder, { recursive: true });
  });

  it("are not held up by one whose place was taken: that one is made again", async () => {
    const { consent, store } = service();
    const other = service({ store }).consent;
    await Promise.all([
      many(consent, people(20)),
      decide(consent, register, { subject: "both" }),
      decide(other, register, { subject: "both" }),
    ]);

    expect(await verifyLedger({ store, appId, jwks })).toMatchObject({ ok: true, records: 22 });
  });
});

describe("the chain", () => {
  it("has one head for the records of a batch", async () => {
    const { store, batches } = watched();
    let signed = 0;
    const sign: typeof keys.signer.sign = (input) => ((signed += 1), keys.signer.sign(input));
    const consent = createConsent({
      app: community,
      store,
      keys: { ...keys, signer: { ...keys.signer, sign } },
    });
    await many(consent, people(50));

    expect(signed).toBe(50 + batches.length);
  });

  it("is not continued from a damaged head", async () => {
    const { consent, store } = service();
    await store.commit([{ change: "put", key: HEAD, value: "a.b.c" }]);

    await expect(decide(consent, register)).rejects.toMatchObject({ code: "STORE_FAILED" });
    expect(await recordsIn(store)).toEqual([]);
  });

  it("takes no second record of the same id, and tries no more than the ids that it is given", async () => {
    const { store, batches } = watched();
    const { consent } = service({ store, newId: () => "act" });
    await decide(consent, register);

    await expect(decide(consent, register, { subject: "account-2" })).rejects.toBeInstanceOf(StoreError);
    expect(await recordsIn(store)).toHaveLength(1);
    expect(batches).toHaveLength(1 + 16);
  });

  it("sends no commit that can only fail, when one person decides twice while it is busy", async () => {
    const { consent } = service();
    const [first, second, third] = await many(consent, people(3));
    if (!first || !second || !third) throw new Error("three people have decided");
    const { store, batches } = watched();
    const writer = new ChainWriter({ store, appId, keys, clock: fakeClock() });
    const rival = { ...third, subject: second.subject };
    const written = [first, second, rival].map((record) => writer.append(record, "absent"));

    expect(await Promise.all(written)).toEqual([true, true, false]);
    expect(batches).toEqual([1, 1]);
  });

  it("does not sign what somebody without the key has made of it", async () => {
    const { store } = watched();
    const { consent } = service({ store });
    await many(consent, people(3));
    const head = (await store.get(HEAD))?.value ?? "";
    const [header = "", payload = "", signature = ""] = head.split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...claims, count: 2 })).toString("base64url");
    await store.commit([{ change: "put", key: HEAD, value: `${header}.${forged}.${signature}` }]);

    await expect(decide(consent, register, { subject: "account-9" })).rejects.toBeInstanceOf(StoreError);
    expect((await store.get(HEAD))?.value).toBe(`${header}.${forged}.${signature}`);
  });

  it("goes on after a commit that failed", async () => {
    let fail = true;
    const { store } = watched(async () => {
      if (fail) throw new StoreError("STORE_FAILED", "the disk is full");
    });
    const { consent } = service({ store });
    const failed = await Promise.allSettled(
      people(5).map((subject) => decide(consent, register, { subject })),
    );
    fail = false;
    await many(consent, people(5));

    expect(failed.every(({ status }) => status === "rejected")).toBe(true);
    expect(await verifyLedger({ store, appId, jwks })).toMatchObject({ ok: true, records: 5 });
  });

  it("gives up when somebody else always writes first", async () => {
    let commits = 0;
    const store: Store = {
      ...createMemoryStore(),
      get: async () => undefined,
      commit: async (changes) => ((commits += 1), { applied: false, failed: changes.length - 1 }),
    };

    await expect(decide(service({ store }).consent, register)).rejects.toMatchObject({
      code: "STORE_FAILED",
    });
    expect(commits).toBe(100);
  });

  it("keeps no endless queue when the store does not answer", async () => {
    const store: Store = {
      ...createMemoryStore(),
      get: async (key) => (key === HEAD ? new Promise(() => {}) : undefined),
    };
    const { consent } = service({ store });
    const refused = await Promise.any(
      people(10_002 + 256).map((subject) =>
        decide(consent, register, { subject }).catch((error: unknown) => error),
      ),
    );

    expect(refused).toMatchObject({ code: "STORE_FAILED", retryable: true });
  }, 20_000);
});
