import assert from "node:assert/strict";
import { StoreError } from "@shiming/contract";
import type { StoreCase } from "./store-case.ts";

export const CLOSING_CASES: readonly StoreCase[] = [
  {
    title: "finishes what is under way when it closes",
    run: async (store) => {
      const underWay = store.commit([{ change: "put", key: "a", value: "x" }]);
      await store.close();
      assert.deepEqual(await underWay, { applied: true });
    },
  },
  {
    title: "refuses every call after it closed with STORE_CLOSED, and closes twice without complaint",
    run: async (store) => {
      await store.close();
      const calls = [store.get("a"), store.commit([]), store.count("a"), store.read("a")];
      await Promise.all(calls.map((call) => assert.rejects(call, isClosed)));
      await store.close();
    },
  },
];

function isClosed(error: unknown): true {
  assert.ok(error instanceof StoreError, "the error is no StoreError");
  assert.equal(error.code, "STORE_CLOSED");
  return true;
}
