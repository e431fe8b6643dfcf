import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createConsent, defineApp, definePurpose, generateKeys } from "@shiming/consent";
import { fakeClock } from "@shiming/contract-tests";
import { openSqliteStore } from "@shiming/store-sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyCommand } from "./verify-command.ts";

const keys = generateKeys();
const text = (word: string) => ({ en: word, zh: word });
const appOf = (id: string) =>
  defineApp({
    id,
    type: "online-community",
    name: text("Example"),
    handler: { name: text("Example Ltd"), contact: "privacy@example.com" },
  });
const purpose = definePurpose({
  id: "register",
  title: text("Open an account"),
  why: text("To reach you."),
  required: ["mobile-number"],
  basis: { article: "13.1" },
  retention: text("until the account is closed"),
});

let cwd: string;

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "shiming-verify-"));
  writeFileSync(join(cwd, "jwks.json"), JSON.stringify(keys.jwks));
  await write("example.a", ["1", "2", "3"]);
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function write(id: string, subjects: readonly string[]): Promise<void> {
  const clock = fakeClock();
  const store = openSqliteStore({ path: join(cwd, "ledger.db"), clock });
  const consent = createConsent({ app: appOf(id), store, keys, clock });
  const notice = consent.notice(purpose, "zh");
  for (const subject of subjects) {
    // oxlint-disable-next-line no-await-in-loop -- a line each, in order
    await consent.record({ purpose, subject, notice, decision: "given" });
  }
  await store.close();
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const code = await verifyCommand.run({
    args,
    cwd,
    out: (part) => void (said.out += part),
    err: (part) => void (said.err += part),
  });
  return { code, ...said };
}

function sql(statement: string): void {
  const db = new DatabaseSync(join(cwd, "ledger.db"));
  db.exec(statement);
  db.close();
}

describe("shiming-consent verify", () => {
  it("prints how many records there are and the head, which a later check can be given", async () => {
    const { code, out } = await run("ledger.db", "--jwks", "jwks.json");

    expect(code).toBe(0);
    expect(out).toMatch(/^example\.a: 3 records, signatures hold\n {2}head 3:[\w-]{43}\n$/);
    const [, head = ""] = /head (\S+)/.exec(out) ?? [];
    expect((await run("ledger.db", "--app", "example.a", "--known", head)).code).toBe(0);
  });

  it("says so when it has checked no signature", async () => {
    expect((await run("ledger.db")).out).toContain("signatures not checked: give --jwks");
  });

  it("checks every app in the file, or the one that is asked for", async () => {
    await write("example.a-b", ["1"]);
    await write("example.a.b", ["1", "2"]);
    const { out } = await run("ledger.db", "--json");

    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([
      { app: "example.a", ok: true, records: 3 },
      { app: "example.a-b", ok: true, records: 1 },
      { app: "example.a.b", ok: true, records: 2 },
    ]);
    expect((await run("ledger.db", "--app", "example.a.b")).out).toMatch(/^example\.a\.b: 2 records/);
  });

  it("says where a ledger broke", async () => {
    sql(
      'UPDATE log_entries SET value = replace(value, \'"event":"given"\', \'"event":"refused"\') WHERE sequence = (SELECT min(sequence) FROM log_entries)',
    );
    const { code, out } = await run("ledger.db");

    expect(code).toBe(1);
    expect(out).toMatch(
      /^example\.a: broken: line 1 \(sequence \d+\) holds a record that is not the one .* \[record-hash\]\n$/,
    );
  });

  it.each([
    [
      "whose log and head are gone",
      "DELETE FROM log_entries; DELETE FROM entries WHERE key LIKE 'consent-chain/%'",
      "entry-without-line",
    ],
    ["whose head is gone", "DELETE FROM entries WHERE key LIKE 'consent-chain/%'", "head-missing"],
    [
      "in which a yes was slipped that no line accounts for",
      "INSERT INTO entries SELECT key || 'x', value, version, NULL FROM entries WHERE key LIKE 'consent/%' LIMIT 1",
      "entry-without-line",
    ],
    [
      "in which an entry was set to expire",
      "UPDATE entries SET expires_at = 1 WHERE key LIKE 'consent/%'",
      "place-entry",
    ],
  ])("finds a ledger %s", async (_what, statement, reason) => {
    sql(statement);
    const { code, out } = await run("ledger.db", "--jwks", "jwks.json", "--json");

    expect(code).toBe(1);
    const [verdict = ""] = out.trim().split("\n").slice(-1);
    expect(JSON.parse(verdict)).toMatchObject({ app: "example.a", ok: false, reason });
  });

  it.each([
    [
      "whose line has a number that was never given out",
      "UPDATE log_entries SET sequence = 9223372036854775807 WHERE sequence = (SELECT max(sequence) FROM log_entries)",
      "number-out-of-range",
      "consent/example.a",
    ],
    [
      "whose first line has no number that counts",
      "UPDATE log_entries SET sequence = -1 WHERE sequence = (SELECT min(sequence) FROM log_entries)",
      "number-out-of-range",
      "consent/example.a",
    ],
    [
      "whose head has a version that was never given out",
      "UPDATE entries SET version = version + 1000 WHERE key LIKE 'consent-chain/%'",
      "number-out-of-range",
      "consent-chain/example.a",
    ],
    ["whose count was set back", "UPDATE meta SET value = 1 WHERE name = 'sequence'", "number-out-of-range"],
    ["whose count is gone", "DELETE FROM meta WHERE name = 'sequence'", "count-missing"],
    [
      "whose count cannot be counted with",
      "UPDATE meta SET value = 9223372036854775807 WHERE name = 'sequence'",
      "count-missing",
    ],
    [
      "in which an entry has the number of a line",
      "UPDATE entries SET version = (SELECT max(sequence) FROM log_entries) WHERE key LIKE 'consent-chain/%'",
      "number-repeated",
    ],
    [
      "with a log below the app",
      "UPDATE meta SET value = value + 1 WHERE name = 'sequence'; INSERT INTO log_entries SELECT 'consent/example.a/aside', value, 'x' FROM meta WHERE name = 'sequence'",
      "log-unknown",
      "consent/example.a/aside",
    ],
  ])("finds a file %s", async (...[, statement, reason, entry]) => {
    sql(statement);
    const { code, out } = await run("ledger.db", "--json");

    expect(code).toBe(1);
    const [finding = ""] = out.split("\n");
    expect(JSON.parse(finding)).toMatchObject({
      file: "ledger.db",
      ok: false,
      reason,
      ...(entry !== undefined && { entry }),
    });
    expect((await run("ledger.db")).out).toContain(`[${reason}]`);
  });

  it("finds a ledger that was put back to an earlier state, by what was noted", async () => {
    const earlier = readFileSync(join(cwd, "ledger.db"));
    await write("example.a", ["4"]);
    const [, head = ""] = /head (\S+)/.exec((await run("ledger.db")).out) ?? [];
    writeFileSync(join(cwd, "ledger.db"), earlier);

    expect((await run("ledger.db")).code).toBe(0);
    const { code, out } = await run("ledger.db", "--app", "example.a", "--known", head);
    expect(code).toBe(1);
    expect(out).toContain("[known-head]");
  });

  it("finds a ledger of which nothing is left, by what was noted", async () => {
    const [, head = ""] = /head (\S+)/.exec((await run("ledger.db")).out) ?? [];
    sql("DELETE FROM entries; DELETE FROM log_entries");

    expect(await run("ledger.db", "--app", "example.a", "--known", head)).toMatchObject({
      code: 1,
      out: expect.stringContaining("[known-head]"),
    });
  });

  it("leaves the file as it is", async () => {
    const before = readFileSync(join(cwd, "ledger.db"));
    await run("ledger.db", "--jwks", "jwks.json");

    expect(readFileSync(join(cwd, "ledger.db")).equals(before)).toBe(true);
  });

  it("does not take another key set", async () => {
    writeFileSync(join(cwd, "jwks.json"), JSON.stringify(generateKeys().jwks));
    const { code, out } = await run("ledger.db", "--jwks", "jwks.json");

    expect(code).toBe(1);
    expect(out).toContain("[head-key]");
  });
});

describe("shiming-consent verify, called wrongly,", () => {
  it.each([
    ["no file", [], "name one file"],
    ["two files", ["a.db", "b.db"], "name one file"],
    ["an option that there is not", ["--deep", "ledger.db"], "--deep"],
    ["a head that is none", ["ledger.db", "--app", "example.a", "--known", "3"], "--known must be"],
    ["a head of nobody's", ["ledger.db", "--known", `3:${"a".repeat(43)}`], "--known needs --app"],
    ["a file that is not there", ["none.db"], "none.db is not there"],
    ["a folder", ["."], ". is no plain file"],
    ["a file that is no database", ["jwks.json"], "jwks.json is no file of"],
    ["a key set that is not there", ["ledger.db", "--jwks", "none.json"], "none.json cannot be read"],
    ["a key set that is none", ["ledger.db", "--jwks", "ledger.db"], "ledger.db cannot be read"],
    ["an app that has no ledger", ["ledger.db", "--app", "example.A"], "holds no such consent ledger"],
  ])("with %s tells what is wrong and ends with 2", async (_what, args, message) => {
    const { code, out, err } = await run(...args);

    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  it("does not wait for a pipe", async () => {
    execFileSync("mkfifo", [join(cwd, "pipe.db")]);

    expect(await run("pipe.db")).toMatchObject({
      code: 2,
      err: expect.stringContaining("pipe.db is no plain file"),
    });
  });

  it("tells that another process holds the file", async () => {
    const db = new DatabaseSync(join(cwd, "ledger.db"));
    db.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; UPDATE meta SET value = value");

    expect(await run("ledger.db")).toMatchObject({
      code: 2,
      err: expect.stringContaining("ledger.db is locked"),
    });
    db.close();
  });

  it("tells that the file is damaged, wherever", async () => {
    const whole = readFileSync(join(cwd, "ledger.db"));
    const broken = Buffer.from(whole).fill(0xff, 100, 2000);
    writeFileSync(join(cwd, "ledger.db"), broken);
    expect(await run("ledger.db")).toMatchObject({
      code: 2,
      err: expect.stringContaining("ledger.db is damaged"),
    });

    writeFileSync(join(cwd, "ledger.db"), Buffer.from(whole).fill(0xff, whole.length / 2));
    expect(await run("ledger.db")).toMatchObject({
      code: 2,
      err: expect.stringContaining("ledger.db is damaged"),
    });
  });

  it("tells that a later version has written the file", async () => {
    sql("UPDATE meta SET value = 2 WHERE name = 'schema'");

    expect(await run("ledger.db")).toMatchObject({
      code: 2,
      err: expect.stringContaining("later version of @shiming/store-sqlite"),
    });
  });

  it("reads a file in a folder where nothing can be made, unless a log lies beside it", async () => {
    // Where this leads no file can be made, which SQLite meets in a folder without write access too.
    symlinkSync(join(cwd, "nowhere", "shm"), join(cwd, "ledger.db-shm"));
    expect((await run("ledger.db")).code).toBe(0);

    writeFileSync(join(cwd, "ledger.db-wal"), "not yet in the file");
    expect(await run("ledger.db")).toMatchObject({
      code: 2,
      err: expect.stringContaining("write-ahead log (-wal) beside it"),
    });
  });

  it("tells its options when it is asked to", async () => {
    const { code, out } = await run("--help");

    expect(code).toBe(0);
    expect(out).toContain("--jwks");
  });

  it("refuses a database of something else, and one without a ledger", async () => {
    new DatabaseSync(join(cwd, "other.db")).close();
    const db = new DatabaseSync(join(cwd, "other.db"));
    db.exec("CREATE TABLE meta (name TEXT, value INTEGER)");
    db.close();
    const store = openSqliteStore({ path: join(cwd, "empty.db") });
    await store.close();

    expect(await run("other.db")).toMatchObject({ code: 2, err: expect.stringContaining("is no file of") });
    expect(await run("empty.db")).toMatchObject({
      code: 2,
      err: expect.stringContaining("no such consent ledger"),
    });
  });
});
