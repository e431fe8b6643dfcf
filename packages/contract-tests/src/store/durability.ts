import assert from "node:assert/strict";
import type { Store } from "@shiming/contract";
import type { FakeClock } from "../fake-clock.ts";
import { apply, entryOf, valuesOf } from "./commit-helpers.ts";

/** One thing that every store does whose data outlive it, or are shared by several. */
export interface DurableStoreCase {
  readonly title: string;
  readonly run: (store: Store, given: { reopen: () => Promise<Store>; clock: FakeClock }) => Promise<void>;
}

export const DURABLE_CASES: readonly DurableStoreCase[] = [
  {
    title: "has everything again after it was closed and opened",
    run: async (store, { reopen, clock }) => {
      await apply(
        store,
        { change: "put", key: "a", value: "kept" },
        { change: "put", key: "b", value: "ends", expiresAt: clock.now() + 1000 },
        { change: "add", counter: "a", amount: 3 },
        { change: "append", log: "a", value: "first" },
      );
      const before = await store.get("a");
      await store.close();
      const again = await reopen();

      assert.deepEqual(await again.get("a"), before);
      assert.equal((await entryOf(again, "b")).value, "ends");
      assert.equal(await again.count("a"), 3);
      await apply(again, { change: "append", log: "a", value: "second" });
      assert.deepEqual(valuesOf(await again.read("a")), ["first", "second"]);
      clock.advance(1000);
      assert.equal(await again.get("b"), undefined);
    },
  },
  {
    title: "gives no version and no number a second time after it was opened again",
    run: async (store, { reopen }) => {
      await apply(store, { change: "put", key: "a", value: "x" }, { change: "append", log: "a", value: "x" });
      const { version } = await entryOf(store, "a");
      const [first] = await store.read("a");
      await apply(store, { change: "remove", key: "a" });
      await store.close();
      const again = await reopen();

      await apply(again, { change: "put", key: "a", value: "x" }, { change: "append", log: "a", value: "x" });
      assert.notEqual((await entryOf(again, "a")).version, version);
      assert.equal((await again.read("a", { after: first?.sequence ?? 0 })).length, 1);
    },
  },
  {
    title: "holds a cap and lets one win across two stores that share the data",
    run: async (store, { reopen }) => {
      const stores = [store, await reopen()];
      const commits = Array.from({ length: 200 }, (_, index) => {
        const writer = stores[index % 2] ?? store;
        return [
          writer.commit([{ change: "add", counter: "a", amount: 1, max: 120 }]),
          writer.commit([{ change: "put", key: "a", value: `writer ${index}`, expect: "absent" }]),
        ];
      });
      const results = await Promise.all(commits.flat());

      assert.equal(results.filter(({ applied }) => applied).length, 120 + 1);
      const counts = await Promise.all(stores.map((each) => each.count("a")));
      assert.deepEqual(counts, [120, 120]);
    },
  },
];
