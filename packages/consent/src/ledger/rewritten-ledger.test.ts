import type { Store } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { describe, expect, it } from "vitest";
import { bodyOf, type ConsentRecord, recordHash } from "../record.ts";
import { community } from "../test-support/community.ts";
import { recordsIn, writtenLedger } from "../test-support/ledger.ts";
import { keys } from "../test-support/services.ts";
import { signHead } from "./chain-head.ts";
import { EMPTY_CHAIN, nextLine } from "./chain-line.ts";
import type { LedgerFault } from "./ledger-finding.ts";
import { ledgerKeys, writePlace } from "./place.ts";
import { verifyLedger } from "./verify-ledger.ts";

const appId = community.id;

/** Writes the whole chain again around other records: what somebody with the signing key could do. */
async function rewritten(change: (records: ConsentRecord[]) => ConsentRecord[]): Promise<Store> {
  const store = createMemoryStore();
  const at = ledgerKeys(appId);
  let end = EMPTY_CHAIN;
  for (const record of change(await recordsIn(await writtenLedger()))) {
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

interface Case {
  readonly what: string;
  readonly at: number;
  readonly reason: LedgerFault;
  readonly change: (records: ConsentRecord[]) => ConsentRecord[];
}

const CASES: readonly Case[] = [
  {
    what: "a record says something else",
    at: 2,
    reason: "record-hash",
    change: (all) => second(all, (one) => ({ ...one, event: "given" })),
  },
  {
    what: "its receipt does not say so",
    at: 2,
    reason: "receipt-claims",
    change: (all) => second(all, (one) => hashedAnew({ ...one, event: "given" })),
  },
  {
    what: "a receipt is gone",
    at: 2,
    reason: "receipt-malformed",
    change: (all) => second(all, (one) => ({ ...one, receipt: "" })),
  },
  {
    what: "a receipt is another's",
    at: 2,
    reason: "receipt-claims",
    change: (all) => second(all, (one) => ({ ...one, receipt: all[0]?.receipt ?? "" })),
  },
  {
    what: "a record is of another app",
    at: 2,
    reason: "line-app",
    change: (all) => second(all, (one) => ({ ...one, appId: "example.other" })),
  },
  {
    what: "a record has a name that no store takes",
    at: 2,
    reason: "line-malformed",
    change: (all) => second(all, (one) => ({ ...one, subject: "a b" })),
  },
  {
    what: "a record is left out",
    at: 3,
    reason: "record-previous",
    change: (all) => all.filter((_one, index) => index !== 2),
  },
  {
    what: "a record is there twice",
    at: 2,
    reason: "record-previous",
    change: (all) => all.flatMap((one, index) => (index === 0 ? [one, one] : [one])),
  },
];

describe("a ledger whose chain and head are right", () => {
  it("is how these are made, and holds where nothing else is changed", async () => {
    const store = await rewritten((records) => records);

    expect(await verifyLedger({ store, appId, jwks: keys.jwks })).toMatchObject({ ok: true, records: 4 });
  });

  it.each(CASES)("does not hold where $what", async ({ at, reason, change }) => {
    const store = await rewritten(change);

    expect(await verifyLedger({ store, appId, jwks: keys.jwks })).toMatchObject({ ok: false, at, reason });
  });

  it("does not hold where the head is of another chain of the same length", async () => {
    const [store, other] = await Promise.all([writtenLedger(), writtenLedger()]);
    const { head } = ledgerKeys(appId);
    const value = (await other.get(head))?.value ?? "";
    await store.commit([{ change: "put", key: head, value }]);

    expect(await verifyLedger({ store, appId, jwks: keys.jwks })).toMatchObject({
      ok: false,
      at: 4,
      reason: "head-differs",
    });
  });

  it("does not hold where a record is not found by its id", async () => {
    const store = await writtenLedger();
    const [first] = await recordsIn(store);
    const entry = ledgerKeys(appId).record(first?.id ?? "");
    await store.commit([{ change: "remove", key: entry }]);

    expect(await verifyLedger({ store, appId })).toMatchObject({
      ok: false,
      at: 1,
      reason: "record-entry",
      entry,
    });
  });
});
