import { fakeClock } from "@shiming/contract-tests";
import { StoreError, UsageError, type Put } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "./memory-store.ts";

const put = (key: string, rest: Partial<Put> = {}): Put => ({ change: "put", key, value: "x", ...rest });

describe("createMemoryStore", () => {
  it("refuses to pass maxEntries, and drops nothing for it", async () => {
    const store = createMemoryStore({ maxEntries: 3 });
    await store.commit([
      put("a"),
      { change: "add", counter: "b", amount: 1 },
      { change: "append", log: "c", value: "x" },
    ]);

    await expect(store.commit([put("a", { value: "y" }), put("d")])).rejects.toThrow(StoreError);
    await expect(store.commit([{ change: "append", log: "e", value: "x" }])).rejects.toThrow("maxEntries 3");
    expect(await store.get("a")).toMatchObject({ value: "x" });
    expect(await store.get("d")).toBeUndefined();
    expect(await store.count("b")).toBe(1);
  });

  it("goes on with what it has when it is full", async () => {
    const store = createMemoryStore({ maxEntries: 2 });
    await store.commit([put("a"), { change: "append", log: "b", value: "x" }]);

    expect(
      await store.commit([put("a", { value: "y" }), { change: "append", log: "b", value: "y" }]),
    ).toEqual({
      applied: true,
    });
    expect(await store.commit([{ change: "remove", key: "a" }, put("c")])).toEqual({ applied: true });
  });

  it("makes room of what has expired before it refuses", async () => {
    const clock = fakeClock();
    const store = createMemoryStore({ clock, maxEntries: 3 });
    const expiresAt = clock.now() + 1000;
    await store.commit([
      put("a", { expiresAt }),
      put("b", { expiresAt }),
      { change: "add", counter: "a", amount: 1, expiresAt },
    ]);
    clock.advance(1000);

    for (const log of ["a", "b", "c"])
      // oxlint-disable-next-line no-await-in-loop -- the third has room only after the first two
      expect(await store.commit([{ change: "append", log, value: "x" }])).toEqual({ applied: true });
    await expect(store.commit([put("d")])).rejects.toThrow(StoreError);
  });

  it("counts no log that a failed commit would have begun", async () => {
    const store = createMemoryStore({ maxEntries: 1 });
    await store.commit([
      { change: "append", log: "a", value: "x" },
      { change: "add", counter: "b", amount: 2, max: 1 },
    ]);

    expect(await store.commit([put("c")])).toEqual({ applied: true });
  });

  it("keeps the newest maxLogEntries of each log", async () => {
    const store = createMemoryStore({ maxLogEntries: 2 });
    await store.commit(["1", "2", "3"].map((value) => ({ change: "append", log: "a", value }) as const));
    await store.commit([{ change: "append", log: "b", value: "other" }]);

    expect((await store.read("a")).map(({ value }) => value)).toEqual(["2", "3"]);
    expect(await store.read("b")).toHaveLength(1);
  });

  it.each([
    [{ maxEntries: 0 }, "options.maxEntries"],
    [{ maxEntries: 1.5 }, "options.maxEntries"],
    [{ maxLogEntries: Infinity }, "options.maxLogEntries"],
  ])("refuses %j", (options, path) => {
    expect(() => createMemoryStore(options)).toThrow(UsageError);
    expect(() => createMemoryStore(options)).toThrow(expect.objectContaining({ path }) as Error);
  });
});
