import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Store } from "@shiming/contract";
import { fakeClock } from "@shiming/contract-tests";
import { openSqliteStore } from "@shiming/store-sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { community, register } from "../test-support/community.ts";
import { LOG, writeFour } from "../test-support/ledger.ts";
import { keys } from "../test-support/services.ts";
import { verifyLedger } from "./verify-ledger.ts";

const appId = community.id;
const HEAD = `consent-chain/${appId}`;

/** In SQL: the sequence of a line, by its number. */
const sequence = (line: number): string =>
  `(SELECT sequence FROM log_entries WHERE log = '${LOG}' ORDER BY sequence LIMIT 1 OFFSET ${line - 1})`;

describe("a tampered SQLite file", () => {
  const folder = mkdtempSync(join(tmpdir(), "shiming-ledger-"));
  const path = join(folder, "ledger.db");
  let store: Store;
  let db: DatabaseSync;

  beforeAll(async () => {
    store = openSqliteStore({ path, clock: fakeClock() });
    await writeFour(store);
    db = new DatabaseSync(path);
    db.exec("PRAGMA synchronous = OFF");
  });
  afterAll(async () => {
    db.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs SQL behind the back of the store, and takes it back after the check. */
  async function after(sql: string): Promise<Awaited<ReturnType<typeof verifyLedger>>> {
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
      return await verifyLedger({ store, appId, jwks: keys.jwks });
    } finally {
      for (const step of undo) step();
    }
  }

  it.each([
    {
      what: "the first line",
      sql: `DELETE FROM log_entries WHERE sequence = ${sequence(1)}`,
      at: 1,
      reason: "line-number",
    },
    {
      what: "a line in the middle",
      sql: `DELETE FROM log_entries WHERE sequence = ${sequence(2)}`,
      at: 2,
      reason: "line-number",
    },
    {
      what: "the last line",
      sql: `DELETE FROM log_entries WHERE sequence = ${sequence(4)}`,
      at: 4,
      reason: "lines-missing",
    },
    {
      what: "the last two lines",
      sql: `DELETE FROM log_entries WHERE sequence >= ${sequence(3)}`,
      at: 3,
      reason: "lines-missing",
    },
    { what: "every line", sql: "DELETE FROM log_entries", at: 1, reason: "lines-missing" },
    { what: "the head", sql: `DELETE FROM entries WHERE key = '${HEAD}'`, at: 1, reason: "head-missing" },
  ])("without $what does not hold", async ({ sql, at, reason }) => {
    expect(await after(sql)).toMatchObject({ ok: false, at, reason });
  });

  it("with a line that says the same in other bytes does not hold, at that line and not at the next", async () => {
    const spaced = `UPDATE log_entries SET value = replace(value, '"number":', '"number": ') WHERE sequence = ${sequence(2)}`;

    expect(await after(spaced)).toMatchObject({ ok: false, at: 2, reason: "line-malformed" });
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
          const verdict = await verifyLedger({ store, appId, jwks: keys.jwks });
          flipped += 1;
          if (verdict.ok) missed.push(`${table} ${id} byte ${at}`);
        }
        put.run(String(row["value"]), id);
      }
    }

    expect(missed).toEqual([]);
    expect(flipped).toBeGreaterThan(5000);
    expect(await verifyLedger({ store, appId, jwks: keys.jwks })).toMatchObject({ ok: true });
  }, 120_000);
});
