import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Store } from "@shiming/contract";
import { fakeClock } from "@shiming/contract-tests";
import { createMemoryStore } from "@shiming/store-memory";
import { openSqliteStore } from "@shiming/store-sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsent } from "../consent.ts";
import { digest } from "../digest.ts";
import { generateKeys } from "../keys.ts";
import { community, register } from "../test-support/community.ts";
import { type ConsentRecord, bodyOf, recordHash } from "../record.ts";
import { LOG, recordsIn } from "../test-support/ledger.ts";
import { decide, keys, service } from "../test-support/services.ts";
import { signHead } from "./chain-head.ts";
import { EMPTY_CHAIN, nextLine } from "./chain-line.ts";
import { ledgerKeys, writePlace } from "./place.ts";
import { verifyLedger, type VerifyLedgerOptions } from "./verify-ledger.ts";

const appId = community.id;
const HEAD = `consent-chain/${appId}`;
const { jwks } = keys;

const check = (store: VerifyLedgerOptions["store"], more: Partial<VerifyLedgerOptions> = {}) =>
  verifyLedger({ store, appId, jwks, ...more });

/** Two persons; the first agrees, agrees to more, and withdraws. */
async function write(store: Store): Promise<void> {
  const { consent } = service({ store });
  const given = await decide(consent, register);
  await decide(consent, register, { subject: "account-2", decision: "refused" });
  await decide(consent, register, { optional: ["gender"] });
  await consent.withdraw(given.id);
}

async function written(): Promise<Store> {
  const store = createMemoryStore();
  await write(store);
  return store;
}

describe("a ledger that holds", () => {
  it("tells how many records there are and where it ends", async () => {
    const store = await written();
    const log = await store.read(LOG);

    expect(await check(store)).toEqual({
      ok: true,
      records: 4,
      head: digest(log.at(-1)?.value ?? ""),
      signatures: true,
    });
  });

  it("holds without keys too, and says that no signature was checked", async () => {
    expect(await verifyLedger({ store: await written(), appId })).toMatchObject({ signatures: false });
  });

  it("is the empty one, too", async () => {
    expect(await check(createMemoryStore())).toMatchObject({ ok: true, records: 0, head: digest("") });
  });

  it("holds when its persons are looked at a few at a time", async () => {
    expect(await check(await written(), { maxPlaces: 1 })).toMatchObject({ ok: true, records: 4 });
  });

  it("is told by one app without those of another", async () => {
    const store = await written();
    const other = { ...community, id: "example.other" };
    await decide(service({ store, app: other }).consent, register);

    expect(await check(store)).toMatchObject({ ok: true, records: 4 });
    expect(await check(store, { appId: "example.other" })).toMatchObject({ ok: true, records: 1 });
  });

  it("holds while others write", async () => {
    const store = await written();
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
    const store = await written();
    const noted = await check(store);
    await decide(service({ store }).consent, register);

    expect(noted.ok && (await check(store, { known: noted }))).toMatchObject({ ok: true, records: 5 });
  });

  it("breaks when it was put back to an earlier state, which is sound by itself", async () => {
    const grown = await written();
    const earlier = await written();
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
    const noted = await check(await written());

    expect(noted.ok && (await check(await written(), { known: noted }))).toMatchObject({
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

describe("a ledger whose chain and head are right, but", () => {
  /** Writes the whole chain again around other records: what somebody with the signing key could do. */
  async function rewritten(change: (records: ConsentRecord[]) => ConsentRecord[]): Promise<Store> {
    const store = createMemoryStore();
    const at = ledgerKeys(appId);
    let end = EMPTY_CHAIN;
    for (const record of change(await recordsIn(await written()))) {
      const line = nextLine(end, record);
      end = line.end;
      // oxlint-disable-next-line no-await-in-loop -- a chain is written in order
      await store.commit([
        { change: "append", log: at.log, value: line.text },
        { change: "put", key: at.record(record.id), value: writePlace(record) },
      ]);
      const key = at.place(record).replace(" ", "-");
      // oxlint-disable-next-line no-await-in-loop -- as above
      await store.commit([{ change: "put", key, value: JSON.stringify(record) }]);
    }
    const value = await signHead(keys.signer, { appId, now: 0, end });
    await store.commit([{ change: "put", key: at.head, value }]);
    return store;
  }

  const second = (
    records: ConsentRecord[],
    change: (record: ConsentRecord) => ConsentRecord,
  ): ConsentRecord[] => records.map((record, index) => (index === 1 ? change(record) : record));
  const hashedAnew = (record: ConsentRecord): ConsentRecord => ({
    ...record,
    hash: recordHash(bodyOf(record)),
  });

  it.each<[string, number, string, (records: ConsentRecord[]) => ConsentRecord[]]>([
    [
      "a record says something else",
      2,
      "record-hash",
      (all) => second(all, (one) => ({ ...one, event: "given" })),
    ],
    [
      "its receipt does not",
      2,
      "receipt-claims",
      (all) => second(all, (one) => hashedAnew({ ...one, event: "given" })),
    ],
    ["a receipt is gone", 2, "receipt-malformed", (all) => second(all, (one) => ({ ...one, receipt: "" }))],
    [
      "a receipt is another's",
      2,
      "receipt-claims",
      (all) => second(all, (one) => ({ ...one, receipt: all[0]?.receipt ?? "" })),
    ],
    [
      "a record is of another app",
      2,
      "line-app",
      (all) => second(all, (one) => ({ ...one, appId: "example.other" })),
    ],
    [
      "a record has a name that no store takes",
      2,
      "line-malformed",
      (all) => second(all, (one) => ({ ...one, subject: "a b" })),
    ],
    ["a record is left out", 3, "record-previous", (all) => all.filter((_one, index) => index !== 2)],
    [
      "a record is there twice",
      2,
      "record-previous",
      (all) => all.flatMap((one, index) => (index === 0 ? [one, one] : [one])),
    ],
  ])("%s does not hold", async (_what, at, reason, change) => {
    const verdict = await check(await rewritten(change));

    expect(verdict).toMatchObject({ ok: false, reason, at });
  });

  it("a record is not found by its id does not hold", async () => {
    const store = await written();
    const [first] = await recordsIn(store);
    const entry = ledgerKeys(appId).record(first?.id ?? "");
    await store.commit([{ change: "remove", key: entry }]);

    expect(await check(store)).toMatchObject({ ok: false, at: 1, reason: "record-entry", entry });
  });
});

describe("a snapshot that can list its keys", () => {
  async function snapshot(extra: string): Promise<VerifyLedgerOptions["store"]> {
    const store = await written();
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

describe("a tampered SQLite file", () => {
  const folder = mkdtempSync(join(tmpdir(), "shiming-ledger-"));
  const path = join(folder, "ledger.db");
  let store: Store;
  let db: DatabaseSync;

  beforeAll(async () => {
    store = openSqliteStore({ path, clock: fakeClock() });
    await write(store);
    db = new DatabaseSync(path);
    db.exec("PRAGMA synchronous = OFF");
  });
  afterAll(async () => {
    db.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs SQL behind the back of the store, and takes it back after the check. */
  async function after(sql: string): Promise<Awaited<ReturnType<typeof check>>> {
    const undo = ["entries", "log_entries"].map((table) => {
      const rows = db.prepare(`SELECT * FROM ${table}`).all();
      return () => {
        db.exec(`DELETE FROM ${table}`);
        for (const row of rows) {
          const marks = Object.keys(row).map(() => "?");
          db.prepare(`INSERT INTO ${table} VALUES (${marks.join()})`).run(...Object.values(row));
        }
      };
    });
    db.exec(sql);
    try {
      return await check(store);
    } finally {
      for (const step of undo) step();
    }
  }

  const sequence = (line: number): string =>
    `(SELECT sequence FROM log_entries WHERE log = '${LOG}' ORDER BY sequence LIMIT 1 OFFSET ${line - 1})`;

  it.each([
    ["the first line", `DELETE FROM log_entries WHERE sequence = ${sequence(1)}`, 1, "line-number"],
    ["a line in the middle", `DELETE FROM log_entries WHERE sequence = ${sequence(2)}`, 2, "line-number"],
    ["the last line", `DELETE FROM log_entries WHERE sequence = ${sequence(4)}`, 4, "lines-missing"],
    ["the last two lines", `DELETE FROM log_entries WHERE sequence >= ${sequence(3)}`, 3, "lines-missing"],
    ["every line", "DELETE FROM log_entries", 1, "lines-missing"],
    ["the head", `DELETE FROM entries WHERE key = '${HEAD}'`, 1, "head-missing"],
  ])("without %s does not hold", async (_what, sql, at, reason) => {
    expect(await after(sql)).toMatchObject({ ok: false, at, reason });
  });

  it("with a line twice does not hold", async () => {
    const insert = `INSERT INTO log_entries SELECT log, 1000000, value FROM log_entries WHERE sequence = ${sequence(4)}`;

    expect(await after(insert)).toMatchObject({
      ok: false,
      at: 5,
      sequence: 1_000_000,
      reason: "line-after-head",
    });
  });

  it("with two lines that have changed places does not hold", async () => {
    const swap = `UPDATE log_entries SET value = CASE sequence
        WHEN ${sequence(2)} THEN (SELECT value FROM log_entries WHERE sequence = ${sequence(3)})
        ELSE (SELECT value FROM log_entries WHERE sequence = ${sequence(2)}) END
      WHERE sequence IN (${sequence(2)}, ${sequence(3)})`;

    expect(await after(swap)).toMatchObject({ ok: false, at: 2, reason: "line-number" });
  });

  it("with the entry of a person put back to their earlier yes does not hold, and says where", async () => {
    const first = db.prepare(`SELECT value FROM log_entries WHERE sequence = ${sequence(1)}`).get()?.[
      "value"
    ];
    const { record } = JSON.parse(String(first)) as { record: { subject: string } };
    const key = `consent/${appId}/${register.id}/${record.subject}`;
    const sql = `UPDATE entries SET value = '${JSON.stringify(record)}' WHERE key = '${key}'`;

    expect(await after(sql)).toMatchObject({ ok: false, at: 4, reason: "place-entry", entry: key });
  });

  it("with any byte of any value changed does not hold, and says where", async () => {
    const tables = [
      ["entries", "key"],
      ["log_entries", "sequence"],
    ] as const;
    const missed: string[] = [];
    let flipped = 0;
    for (const [table, name] of tables) {
      const put = db.prepare(`UPDATE ${table} SET value = ? WHERE ${name} = ?`);
      for (const row of db.prepare(`SELECT ${name} AS id, value FROM ${table}`).all()) {
        const id = row["id"] as string | number;
        const bytes = Buffer.from(String(row["value"]));
        for (let at = 0; at < bytes.length; at += 1) {
          const changed = Buffer.from(bytes);
          changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
          put.run(changed.toString(), id);
          // oxlint-disable-next-line no-await-in-loop -- one change at a time is the point
          const verdict = await check(store);
          flipped += 1;
          if (verdict.ok) missed.push(`${table} ${id} byte ${at}`);
        }
        put.run(String(row["value"]), id);
      }
    }

    expect(missed).toEqual([]);
    expect(flipped).toBeGreaterThan(5000);
    expect(await check(store)).toMatchObject({ ok: true });
  }, 120_000);
});
