import assert from "node:assert/strict";
import { UsageError, type Change, type Store } from "@shiming/contract";
import type { StoreCase } from "./store-case.ts";

/** Each would be a good key if the rule of the port were a little wider. */
const BAD_KEYS = ["", "with space", "某一一", "new\nline", "nul\u0000", "per%cent", "k".repeat(257)];

type Call = (store: Store, key: string) => Promise<unknown>;

const CALLS_WITH_A_KEY: { readonly [path: string]: Call } = {
  key: (store, key) => store.get(key),
  counter: (store, counter) => store.count(counter),
  log: (store, log) => store.read(log),
  "changes[1].key": (store, key) => afterAPut(store, { change: "put", key, value: "x" }),
  "changes[1].counter": (store, counter) => afterAPut(store, { change: "add", counter, amount: 1 }),
  "changes[1].log": (store, log) => afterAPut(store, { change: "append", log, value: "x" }),
};

export const REFUSAL_CASES: readonly StoreCase[] = [
  ...Object.entries(CALLS_WITH_A_KEY).map(([path, call]): StoreCase => ({
    title: `refuses a bad key, names it ${path} and does not show it`,
    run: async (store) => {
      await Promise.all(BAD_KEYS.map((key) => refuses(call(store, key), { path, value: key })));
      assert.equal(await store.get("good"), undefined, "part of a refused commit was applied");
    },
  })),
  {
    title: "refuses amounts, caps and times that are not whole",
    run: async (store) => {
      const add = { change: "add", counter: "a", amount: 1 } as const;
      await refuses(afterAPut(store, { ...add, amount: 0.5 }), { path: "changes[1].amount" });
      await refuses(afterAPut(store, { ...add, max: Number.NaN }), { path: "changes[1].max" });
      await refuses(afterAPut(store, { ...add, expiresAt: Infinity }), { path: "changes[1].expiresAt" });
      assert.equal(await store.get("good"), undefined, "part of a refused commit was applied");
    },
  },
  {
    title: "refuses a limit below 1",
    run: async (store) => {
      await refuses(store.read("a", { limit: 0 }), { path: "options.limit" });
    },
  },
];

function afterAPut(store: Store, change: Change): Promise<unknown> {
  return store.commit([{ change: "put", key: "good", value: "x" }, change]);
}

async function refuses(call: Promise<unknown>, bad: { path: string; value?: string }): Promise<void> {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof UsageError, "the error is no UsageError");
    assert.deepEqual([error.code, error.path], ["INVALID_INPUT", bad.path]);
    if (bad.value) assert.ok(!error.message.includes(bad.value), "the message shows the key");
    return true;
  });
}
