import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testStore } from "@shiming/contract-tests";
import { afterAll, describe, it } from "vitest";
import { openSqliteStore } from "./sqlite-store.ts";

const folder = mkdtempSync(join(tmpdir(), "shiming-store-"));
let files = 0;

testStore(
  { describe, it },
  {
    name: "the SQLite store",
    open: async (clock) => openSqliteStore({ path: join(folder, `${(files += 1)}.db`), clock }),
    reopen: async (clock) => openSqliteStore({ path: join(folder, `${files}.db`), clock }),
  },
);

testStore(
  { describe, it },
  {
    name: "the SQLite store in memory",
    open: async (clock) => openSqliteStore({ path: ":memory:", clock }),
  },
);

afterAll(() => rmSync(folder, { recursive: true }));
