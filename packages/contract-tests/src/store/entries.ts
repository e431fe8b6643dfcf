import assert from "node:assert/strict";
import { MAX_KEY_LENGTH } from "@shiming/contract";
import { apply, entryOf, refuse } from "./commit-helpers.ts";
import type { StoreCase } from "./store-case.ts";

const TEXTS = ["", "某一一", "😀", "a\u0000b", "' OR 1=1 --", '{"json":true}\r\n', "x".repeat(100_000)];

export const ENTRY_CASES: readonly StoreCase[] = [
  {
    title: "tells nothing of a key that was never written",
    run: async (store) => {
      assert.equal(await store.get("a"), undefined);
    },
  },
  {
    title: "gives back the value that was put last",
    run: async (store) => {
      await apply(store, { change: "put", key: "a", value: "first" });
      await apply(store, { change: "put", key: "a", value: "second" });
      assert.equal((await entryOf(store, "a")).value, "second");
    },
  },
  {
    title: "gives back any text, character by character",
    run: async (store) => {
      await apply(
        store,
        ...TEXTS.map((value, index) => ({ change: "put", key: `text:${index}`, value }) as const),
      );
      for (const [index, value] of TEXTS.entries())
        // oxlint-disable-next-line no-await-in-loop -- one after the other tells which
        assert.equal((await entryOf(store, `text:${index}`)).value, value);
    },
  },
  {
    title: "takes a key of every character and the full length, and tells capitals from small letters",
    run: async (store) => {
      const key = "Az09-_./:@".padEnd(MAX_KEY_LENGTH, "k");
      await apply(store, { change: "put", key, value: "kept" });
      assert.equal((await entryOf(store, key)).value, "kept");
      assert.equal(await store.get(key.toLowerCase()), undefined);
    },
  },
  {
    title: "tells nothing of a key that was removed, and removes what is not there",
    run: async (store) => {
      await apply(store, { change: "put", key: "a", value: "x" });
      await apply(store, { change: "remove", key: "a" }, { change: "remove", key: "never" });
      assert.equal(await store.get("a"), undefined);
    },
  },
  {
    title: "gives every write of a key a version that it never had, also after it was removed",
    run: async (store) => {
      const versions = new Set<number>();
      for (const change of ["put", "put", "remove", "put"] as const) {
        // oxlint-disable-next-line no-await-in-loop -- the writes follow each other
        await apply(store, change === "put" ? { change, key: "a", value: "same" } : { change, key: "a" });
        // oxlint-disable-next-line no-await-in-loop -- the version after this very write
        if (change === "put") versions.add((await entryOf(store, "a")).version);
      }
      assert.equal(versions.size, 3, "two writes have the same version");
    },
  },
  {
    title: "puts with expect absent only where no entry is",
    run: async (store) => {
      await apply(store, { change: "put", key: "a", value: "first", expect: "absent" });
      await refuse(store, 0, { change: "put", key: "a", value: "second", expect: "absent" });
      assert.equal((await entryOf(store, "a")).value, "first");
    },
  },
  {
    title: "puts with an expected version only where nobody wrote since",
    run: async (store) => {
      await apply(store, { change: "put", key: "a", value: "read" });
      const { version } = await entryOf(store, "a");
      await apply(store, { change: "put", key: "a", value: "mine", expect: version });
      await refuse(store, 0, { change: "put", key: "a", value: "too late", expect: version });
      await refuse(store, 0, { change: "put", key: "never", value: "none to replace", expect: version });
      assert.equal((await entryOf(store, "a")).value, "mine");
    },
  },
  {
    title: "keeps an entry until its time, and from then on has none",
    run: async (store, clock) => {
      await apply(store, { change: "put", key: "a", value: "x", expiresAt: clock.now() + 1000 });
      const { version } = await entryOf(store, "a");
      clock.advance(999);
      assert.equal((await entryOf(store, "a")).value, "x");
      clock.advance(1);
      assert.equal(await store.get("a"), undefined);
      await refuse(store, 0, { change: "put", key: "a", value: "late", expect: version });
      await apply(store, { change: "put", key: "a", value: "new", expect: "absent" });
    },
  },
  {
    title: "gives an entry the time of its last put, or none",
    run: async (store, clock) => {
      await apply(store, { change: "put", key: "a", value: "x", expiresAt: clock.now() + 1000 });
      await apply(store, { change: "put", key: "a", value: "y" });
      clock.advance(1_000_000);
      assert.equal((await entryOf(store, "a")).value, "y");
    },
  },
];
