import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { StoreError, UsageError, type Change, type Store } from "@shiming/contract";
import { fakeClock } from "@shiming/contract-tests";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MIGRATIONS } from "./migrations.ts";
import { openSqliteStore } from "./sqlite-store.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shiming-store-"));
  path = join(folder, "store.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const add: Change = { change: "add", counter: "a", amount: 1 };

/** Looks into the file from outside. */
function inside<T>(look: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path);
  try {
    return look(db);
  } finally {
    db.close();
  }
}

function errorOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("openSqliteStore", () => {
  it("writes ahead to a log that survives a crash, and tells its schema", async () => {
    const store = openSqliteStore({ path });
    await store.commit([add]);

    expect(inside((db) => db.prepare("PRAGMA journal_mode").get())).toEqual({ journal_mode: "wal" });
    expect(inside((db) => db.prepare("SELECT value FROM meta WHERE name = 'schema'").get())).toEqual({
      value: MIGRATIONS.length,
    });
    await store.close();
  });

  it("leaves nothing but the file when it is closed", async () => {
    const store = openSqliteStore({ path });
    await store.commit([add]);
    await store.close();

    expect(readdirSync(folder)).toEqual(["store.db"]);
  });

  it("makes the file for its owner alone", async () => {
    const store = openSqliteStore({ path });
    await store.commit([add]);

    expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o077)).toEqual([0, 0, 0]);
    await store.close();
  });

  it("takes a path that looks like a URI for the path it is", async () => {
    const odd = `file:x/../${relative(process.cwd(), path)}?mode=memory`;
    await openSqliteStore({ path: odd }).close();

    expect(readdirSync(folder)).toEqual(["store.db?mode=memory"]);
  });

  it("refuses a file that a later version has written, and leaves it as it is", async () => {
    await openSqliteStore({ path }).close();
    inside((db) => db.exec("UPDATE meta SET value = 99 WHERE name = 'schema'"));

    expect(errorOf(() => openSqliteStore({ path }))).toMatchObject({
      code: "STORE_FAILED",
      message: `the file has schema version 99, this package knows versions up to ${MIGRATIONS.length}`,
    });
    expect(inside((db) => db.prepare("SELECT value FROM meta WHERE name = 'schema'").get())).toEqual({
      value: 99,
    });
  });

  it.each([
    ["in a folder that is not there", (): string => join(folder, "secret-place", "store.db"), "ENOENT"],
    ["that is a folder", (): string => folder, "EISDIR"],
    ["that is no database", (): string => notADatabase(), "SQLite code 26"],
  ])("refuses a file %s, without telling where", (_what, where, code) => {
    const error = errorOf(() => openSqliteStore({ path: where() }));

    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code: "STORE_FAILED", message: `could not open the file (${code})` });
  });

  it.each([0, 25])("gives up on a new file that another process keeps, after %d ms", (busyTimeoutMs) => {
    const other = new DatabaseSync(path);
    other.exec("BEGIN EXCLUSIVE");
    const error = errorOf(() => openSqliteStore({ path, busyTimeoutMs }));
    other.close();

    expect(error).toMatchObject({ code: "STORE_FAILED", message: "could not open the file (SQLite code 5)" });
  });

  it.each([
    [{ path: "" }, "options.path"],
    [{ path: ":memory:", busyTimeoutMs: -1 }, "options.busyTimeoutMs"],
    [{ path: ":memory:", busyTimeoutMs: 0.5 }, "options.busyTimeoutMs"],
  ])("refuses the options %j", (options, at) => {
    expect(errorOf(() => openSqliteStore(options))).toBeInstanceOf(UsageError);
    expect(errorOf(() => openSqliteStore(options))).toMatchObject({ code: "INVALID_OPTION", path: at });
  });
});

describe("the SQLite store", () => {
  it("rejects when another process keeps the file to itself, and goes on when it lets go", async () => {
    const store = openSqliteStore({ path, busyTimeoutMs: 0 });
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    const error: unknown = await store.commit([add]).catch((caught: unknown) => caught);
    other.exec("ROLLBACK");
    other.close();

    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ message: "could not commit (SQLite code 5)", retryable: true });
    expect(await store.commit([add])).toEqual({ applied: true });
    expect(await store.count("a")).toBe(1);
    await store.close();
  });

  it("translates what SQLite throws, and undoes the whole group", async () => {
    const store = openSqliteStore({ path });
    inside((db) => db.exec("DROP TABLE log_entries"));
    const results = await Promise.allSettled([
      store.commit([add]),
      store.commit([{ change: "append", log: "a", value: "a value" }]),
    ]);

    const message = "could not commit (SQLite code 1)";
    expect(results).toMatchObject([{ reason: { message } }, { reason: { message } }]);
    await expect(store.read("a")).rejects.toThrow("could not read a log (SQLite code 1)");
    expect(await store.count("a")).toBe(0);
    expect(await store.commit([add])).toEqual({ applied: true });
    await store.close();
  });

  it("puts the commits of one turn into one transaction", async () => {
    const store = openSqliteStore({ path });
    const before = transactionsInLog();
    await Promise.all(Array.from({ length: 50 }, () => store.commit([add])));

    expect(transactionsInLog() - before).toBe(1);
    expect(inside((db) => db.prepare("SELECT value FROM counters").get())).toEqual({ value: 50 });
    await store.close();
  });

  it("takes expired rows out of the file", async () => {
    const clock = fakeClock();
    const store = openSqliteStore({ path, clock });
    const expiresAt = clock.now() + 1000;
    await store.commit(
      Array.from(
        { length: 300 },
        (_, index) => ({ change: "put", key: `${index}`, value: "x", expiresAt }) as const,
      ),
    );
    await store.commit([{ change: "add", counter: "a", amount: 1, expiresAt }]);
    clock.advance(1000);
    for (let turn = 0; turn < 3; turn += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each commit of another moment sweeps a part
      await commitOneByOne(store, 1);
      clock.advance(20);
    }

    expect(inside((db) => db.prepare("SELECT count(*) AS rows FROM entries").get())).toEqual({ rows: 0 });
    expect(await store.count("a")).toBe(3);
    await store.close();
  });

  it("holds a cap across processes that open the same new file together", async () => {
    const script = `
      import { openSqliteStore } from "@shiming/store-sqlite";
      const store = openSqliteStore({ path: process.argv[1], busyTimeoutMs: 20_000 });
      let applied = 0;
      for (let turn = 0; turn < 60; turn += 1) {
        const commits = [1, 2].map(() => store.commit([
          { change: "add", counter: "a", amount: 1, max: 300 },
          { change: "append", log: "a", value: String(process.pid) },
        ]));
        applied += (await Promise.all(commits)).filter((result) => result.applied).length;
      }
      await store.close();
      console.log(applied);`;
    const run = (): Promise<{ stdout: string }> =>
      promisify(execFile)(
        process.execPath,
        ["--conditions=source", "--input-type=module", "--no-warnings", "--eval", script, path],
        { cwd: import.meta.dirname },
      );
    const outputs = await Promise.all([run(), run(), run(), run()]);

    expect(outputs.reduce((sum, { stdout }) => sum + Number(stdout), 0)).toBe(300);
    const store = openSqliteStore({ path });
    expect(await store.count("a")).toBe(300);
    expect(await store.read("a")).toHaveLength(300);
    await store.close();
  });
});

function notADatabase(): string {
  writeFileSync(path, "this is a letter and no database ".repeat(200));
  return path;
}

/** Counts the frames of the write-ahead log that end a transaction (https://sqlite.org/fileformat2.html#walformat). */
function transactionsInLog(): number {
  const log = readFileSync(`${path}-wal`);
  const frameSize = 24 + log.readUInt32BE(8);
  const frames = Array.from({ length: Math.floor((log.length - 32) / frameSize) }, (_, index) =>
    log.readUInt32BE(32 + index * frameSize + 4),
  );
  return frames.filter((sizeAfterCommit) => sizeAfterCommit !== 0).length;
}

async function commitOneByOne(store: Store, count: number): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- each shall be a transaction of its own
  for (let done = 0; done < count; done += 1) await store.commit([add]);
}
