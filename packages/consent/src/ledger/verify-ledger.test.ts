import { createMemoryStore } from "@shiming/store-memory";
import { describe, expect, it } from "vitest";
import { createConsent } from "../consent.ts";
import { digest } from "../digest.ts";
import { generateKeys } from "../keys.ts";
import { community, register } from "../test-support/community.ts";
import { LOG, recordsIn, writtenLedger } from "../test-support/ledger.ts";
import { decide, keys, service } from "../test-support/services.ts";
import { ledgerKeys } from "./place.ts";
import { verifyLedger, type VerifyLedgerOptions } from "./verify-ledger.ts";

const appId = community.id;
const HEAD = `consent-chain/${appId}`;
const { jwks } = keys;

const check = (store: VerifyLedgerOptions["store"], more: Partial<VerifyLedgerOptions> = {}) =>
  verifyLedger({ store, appId, jwks, ...more });

describe("a ledger that holds", () => {
  it("tells how many records there are and where it ends", async () => {
    const store = await writtenLedger();
    const log = await store.read(LOG);

    expect(await check(store)).toEqual({
      ok: true,
      records: 4,
      head: digest(log.at(-1)?.value ?? ""),
      signatures: true,
    });
  });

  it("holds without keys too, and says that no signature was checked", async () => {
    expect(await verifyLedger({ store: await writtenLedger(), appId })).toMatchObject({ signatures: false });
  });

  it("is the empty one, too", async () => {
    expect(await check(createMemoryStore())).toMatchObject({ ok: true, records: 0, head: digest("") });
  });

  it("holds when its persons are looked at a few at a time", async () => {
    expect(await check(await writtenLedger(), { maxPlaces: 1 })).toMatchObject({ ok: true, records: 4 });
  });

  it("is told by one app without those of another", async () => {
    const store = await writtenLedger();
    const other = { ...community, id: "example.other" };
    await decide(service({ store, app: other }).consent, register);

    expect(await check(store)).toMatchObject({ ok: true, records: 4 });
    expect(await check(store, { appId: "example.other" })).toMatchObject({ ok: true, records: 1 });
  });

  it("holds while others write", async () => {
    const store = await writtenLedger();
    const { consent } = service({ store });
    let isFirst = true;
    const writtenMeanwhile = {
      get: async (key: string) => {
        const entry = await store.get(key);
        if (isFirst && key === HEAD) {
          isFirst = false;
          await decide(consent, register, { subject: "account-2" });
          await decide(consent, register, { subject: "account-3" });
        }
        return entry;
      },
      read: store.read.bind(store),
    };

    expect(await check(writtenMeanwhile)).toMatchObject({ ok: true, records: 4 });
  });
});

describe("a ledger with a known head", () => {
  it("holds when it has only grown since", async () => {
    const store = await writtenLedger();
    const noted = await check(store);
    await decide(service({ store }).consent, register);

    expect(noted.ok && (await check(store, { known: noted }))).toMatchObject({ ok: true, records: 5 });
  });

  it("breaks when it was put back to an earlier state, which is sound by itself", async () => {
    const grown = await writtenLedger();
    const earlier = await writtenLedger();
    await decide(service({ store: grown }).consent, register);
    const noted = await check(grown);

    expect(await check(earlier)).toMatchObject({ ok: true });
    expect(noted.ok && (await check(earlier, { known: noted }))).toMatchObject({
      ok: false,
      at: 5,
      reason: "known-head",
    });
  });

  it("breaks when it was replaced by another of the same length", async () => {
    const noted = await check(await writtenLedger());

    expect(noted.ok && (await check(await writtenLedger(), { known: noted }))).toMatchObject({
      at: 4,
      reason: "known-head",
    });
  });
});

describe("a ledger that was written anew by somebody with another key", () => {
  it("does not hold with the keys of the app", async () => {
    const store = createMemoryStore();
    const others = generateKeys();
    await decide(createConsent({ app: community, store, keys: others }), register);

    expect(await check(store)).toMatchObject({ ok: false, reason: "head-key", at: 0, entry: HEAD });
    expect(await check(store, { jwks: others.jwks })).toMatchObject({ ok: true });
  });

  it("does not hold where only a receipt is signed with another key", async () => {
    const store = createMemoryStore();
    const others = generateKeys();
    const signer = { ...keys.signer, sign: others.signer.sign.bind(others.signer) };
    let signed = 0;
    const mixed = {
      ...keys,
      signer: { ...signer, sign: (input: Uint8Array) => (signed++ === 0 ? signer : keys.signer).sign(input) },
    };
    await decide(createConsent({ app: community, store, keys: mixed }), register);

    expect(await check(store)).toMatchObject({ ok: false, reason: "receipt-signature", at: 1 });
  });
});

describe("a snapshot that can list its keys", () => {
  async function snapshot(extra: string): Promise<VerifyLedgerOptions["store"]> {
    const store = await writtenLedger();
    const at = ledgerKeys(appId);
    const records = await recordsIn(store);
    const all = [...new Set(records.flatMap((record) => [at.place(record), at.record(record.id)])), extra];
    return {
      get: store.get.bind(store),
      read: store.read.bind(store),
      keys: (prefix) => all.filter((key) => key.startsWith(prefix)),
    };
  }

  it.each([`consent/${appId}/register/somebody`, `consent-record/${appId}/act-9`])(
    "does not hold with the entry %s, which no line accounts for",
    async (entry) => {
      expect(await check(await snapshot(entry))).toMatchObject({
        ok: false,
        at: 0,
        reason: "entry-without-line",
        entry,
      });
    },
  );

  it("holds with the entries of another app", async () => {
    expect(
      await check(await snapshot("consent/example.other/register/somebody"), { maxPlaces: 1 }),
    ).toMatchObject({ ok: true });
  });
});

describe("the options", () => {
  it.each([
    ["a key set that is none", { jwks: {} }, "jwks"],
    ["a key of another kind", { jwks: { keys: [{ kty: "RSA", kid: "a" }] } }, "jwks"],
    ["no room for a person", { maxPlaces: 0 }, "maxPlaces"],
    ["an app without a name", { appId: "" }, "appId"],
  ])("do not take %s", async (_what, options, path) => {
    // The compiler refuses most of these too; plain JavaScript does not.
    const asked = check(createMemoryStore(), options as Partial<VerifyLedgerOptions>);

    await expect(asked).rejects.toMatchObject({ code: "INVALID_OPTION", path });
  });
});
