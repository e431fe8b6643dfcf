import assert from "node:assert/strict";
import { apply, entryOf, refuse, valuesOf } from "./commit-helpers.ts";
import type { StoreCase } from "./store-case.ts";

export const COMMIT_CASES: readonly StoreCase[] = [
  {
    title: "applies a commit of nothing",
    run: async (store) => {
      await apply(store);
    },
  },
  {
    title: "leaves nothing of a commit whose last change fails",
    run: async (store) => {
      await apply(
        store,
        { change: "put", key: "kept", value: "before" },
        { change: "put", key: "removed", value: "before" },
        { change: "add", counter: "known", amount: 7 },
        { change: "append", log: "known", value: "before" },
      );
      const { version } = await entryOf(store, "kept");

      await refuse(
        store,
        9,
        { change: "put", key: "kept", value: "after" },
        { change: "put", key: "kept", value: "after that" },
        { change: "put", key: "new", value: "after" },
        { change: "remove", key: "removed" },
        { change: "add", counter: "known", amount: 1 },
        { change: "add", counter: "known", amount: 1 },
        { change: "add", counter: "new", amount: 1 },
        { change: "append", log: "known", value: "after" },
        { change: "append", log: "new", value: "after" },
        { change: "put", key: "kept", value: "never", expect: "absent" },
      );

      assert.deepEqual(await store.get("kept"), { value: "before", version });
      assert.equal((await entryOf(store, "removed")).value, "before");
      assert.equal(await store.get("new"), undefined);
      assert.deepEqual([await store.count("known"), await store.count("new")], [7, 0]);
      assert.deepEqual(valuesOf(await store.read("known")), ["before"]);
      assert.deepEqual(await store.read("new"), []);
    },
  },
  {
    title: "tells the first change that fails",
    run: async (store) => {
      await refuse(
        store,
        1,
        { change: "add", counter: "a", amount: 1, max: 1 },
        { change: "add", counter: "b", amount: 2, max: 1 },
        { change: "add", counter: "c", amount: 2, max: 1 },
      );
    },
  },
  {
    title: "lets each change of a commit see the ones before it",
    run: async (store) => {
      await apply(
        store,
        { change: "put", key: "a", value: "first", expect: "absent" },
        { change: "remove", key: "a" },
        { change: "put", key: "a", value: "second", expect: "absent" },
      );
      assert.equal((await entryOf(store, "a")).value, "second");
      await refuse(
        store,
        1,
        { change: "add", counter: "b", amount: 6, max: 10 },
        { change: "add", counter: "b", amount: 6, max: 10 },
      );
      assert.equal(await store.count("b"), 0);
    },
  },
  {
    title: "keeps commits of one turn apart: the one that fails takes nothing from the others",
    run: async (store) => {
      const results = await Promise.all(
        ["first", "second", "third"].map((value) =>
          store.commit([
            { change: "append", log: "a", value },
            { change: "add", counter: "a", amount: 1 },
            { change: "put", key: value === "second" ? "first" : value, value, expect: "absent" },
          ]),
        ),
      );
      assert.deepEqual(results, [{ applied: true }, { applied: false, failed: 2 }, { applied: true }]);
      assert.deepEqual(valuesOf(await store.read("a")), ["first", "third"]);
      assert.equal(await store.count("a"), 2);
    },
  },
  {
    title: "lets one of many win that expect absent at once",
    run: async (store) => {
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          store.commit([{ change: "put", key: "a", value: `writer ${index}`, expect: "absent" }]),
        ),
      );
      const winners = results.flatMap(({ applied }, index) => (applied ? [`writer ${index}`] : []));
      assert.deepEqual(winners, [(await entryOf(store, "a")).value]);
    },
  },
  {
    title: "keeps entries, counters and logs of one name apart",
    run: async (store) => {
      await apply(
        store,
        { change: "put", key: "a", value: "entry" },
        { change: "add", counter: "a", amount: 3 },
        { change: "append", log: "a", value: "logged" },
      );
      await apply(store, { change: "remove", key: "a" });
      assert.equal(await store.count("a"), 3);
      assert.deepEqual(valuesOf(await store.read("a")), ["logged"]);
    },
  },
];
