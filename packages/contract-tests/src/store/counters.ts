import assert from "node:assert/strict";
import { apply, refuse } from "./commit-helpers.ts";
import type { StoreCase } from "./store-case.ts";

export const COUNTER_CASES: readonly StoreCase[] = [
  {
    title: "counts from 0, up and down",
    run: async (store) => {
      assert.equal(await store.count("a"), 0);
      await apply(store, { change: "add", counter: "a", amount: 5 });
      await apply(store, { change: "add", counter: "a", amount: -2 });
      assert.equal(await store.count("a"), 3);
    },
  },
  {
    title: "lets a counter reach its cap and not pass it",
    run: async (store) => {
      await refuse(store, 0, { change: "add", counter: "a", amount: 11, max: 10 });
      await apply(store, { change: "add", counter: "a", amount: 10, max: 10 });
      await refuse(store, 0, { change: "add", counter: "a", amount: 1, max: 10 });
      await apply(store, { change: "add", counter: "a", amount: 1, max: 11 });
      assert.equal(await store.count("a"), 11);
    },
  },
  {
    title: "counts without rounding, and refuses a sum that it could not tell exactly",
    run: async (store) => {
      await apply(store, { change: "add", counter: "a", amount: Number.MAX_SAFE_INTEGER - 1 });
      await apply(store, { change: "add", counter: "a", amount: 1 });
      assert.equal(await store.count("a"), Number.MAX_SAFE_INTEGER);
      await refuse(store, 0, { change: "add", counter: "a", amount: 1 });
    },
  },
  {
    title: "holds a cap exactly under 200 commits at once",
    run: async (store) => {
      const results = await Promise.all(
        Array.from({ length: 200 }, () =>
          store.commit([
            { change: "add", counter: "calls", amount: 1, max: 120 },
            { change: "append", log: "calls", value: "call" },
          ]),
        ),
      );
      assert.equal(results.filter(({ applied }) => applied).length, 120);
      assert.equal(await store.count("calls"), 120);
      assert.equal((await store.read("calls")).length, 120);
    },
  },
  {
    title: "ends a counter at the time set when it was made, and begins again at 0",
    run: async (store, clock) => {
      const expiresAt = clock.now() + 1000;
      await apply(store, { change: "add", counter: "a", amount: 9, max: 9, expiresAt });
      await apply(store, { change: "add", counter: "a", amount: 0, max: 9, expiresAt: expiresAt + 5000 });
      clock.advance(999);
      assert.equal(await store.count("a"), 9);
      clock.advance(1);
      assert.equal(await store.count("a"), 0);
      await apply(store, { change: "add", counter: "a", amount: 4, max: 9, expiresAt: expiresAt + 1000 });
      assert.equal(await store.count("a"), 4);
      clock.advance(1000);
      assert.equal(await store.count("a"), 0);
    },
  },
];
