import assert from "node:assert/strict";
import type { Append } from "@shiming/contract";
import { apply, valuesOf } from "./commit-helpers.ts";
import type { StoreCase } from "./store-case.ts";

const append = (value: string, log = "a"): Append => ({ change: "append", log, value });

export const LOG_CASES: readonly StoreCase[] = [
  {
    title: "reads an empty log where nothing was written",
    run: async (store) => {
      assert.deepEqual(await store.read("a"), []);
    },
  },
  {
    title: "reads a log in the order of writing, within a commit and across commits",
    run: async (store) => {
      await apply(store, append("z"), append("y"));
      await Promise.all([apply(store, append("x")), apply(store, append("w"))]);
      await apply(store, append("v"));
      assert.deepEqual(valuesOf(await store.read("a")), ["z", "y", "x", "w", "v"]);
    },
  },
  {
    title: "gives entries numbers that grow, across all logs",
    run: async (store) => {
      await apply(store, append("1", "a"), append("2", "b"));
      await apply(store, append("3", "a"));
      const [first, third] = await store.read("a");
      const [second] = await store.read("b");
      const numbers = [first, second, third].map((entry) => entry?.sequence ?? Number.NaN);
      assert.ok(numbers.every(Number.isSafeInteger), "an entry has no whole number");
      assert.deepEqual(
        numbers,
        numbers.toSorted((one, other) => one - other),
      );
      assert.equal(new Set(numbers).size, 3);
    },
  },
  {
    title: "reads a log page by page, each after the last number of the page before",
    run: async (store) => {
      const written = Array.from({ length: 25 }, (_, index) => `entry ${index}`);
      await apply(store, ...written.map((value) => append(value)), append("of another log", "b"));
      const read: string[] = [];
      for (let after = 0, pages = 0; pages < 4; pages += 1) {
        // oxlint-disable-next-line no-await-in-loop -- a page begins where the last one ended
        const page = await store.read("a", { after, limit: 10 });
        assert.ok(page.length <= 10, "a page is longer than its limit");
        read.push(...valuesOf(page));
        after = page.at(-1)?.sequence ?? after;
      }
      assert.deepEqual(read, written);
    },
  },
  {
    title: "reads at most 1000 entries unless told otherwise",
    run: async (store) => {
      await apply(store, ...Array.from({ length: 1001 }, () => append("x")));
      assert.equal((await store.read("a")).length, 1000);
      assert.equal((await store.read("a", { limit: 2000 })).length, 1001);
    },
  },
];
