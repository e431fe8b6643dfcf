import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "./errors.ts";
import type { Change } from "./store.ts";
import { addToCounter, assertChanges, assertKey, readWindow } from "./store-rules.ts";

/** What a caller without types may pass. */
const unchecked = (change: object): Change => change as Change;

const put = { change: "put", key: "a", value: "" };
const add = { change: "add", counter: "a", amount: 1 };

describe("assertKey", () => {
  it.each(["a", "Az09-_./:@", "k".repeat(256)])("takes %s", (key) => {
    expect(() => assertKey(key, "key")).not.toThrow();
  });

  it.each(["", "a b", "é", "键", "a\n", "a\u0000", "a%", "k".repeat(257)])("refuses %j", (key) => {
    expect(() => assertKey(key, "key")).toThrow(UsageError);
  });

  it("names the argument and never shows the key", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 12 }).filter((key) => !/^[A-Za-z0-9\-_./:@]+$/.test(key)),
        (key) => {
          const message = messageOf(() => assertKey(key, "counter"));

          expect(message).toMatch(/^counter: must be/);
          expect(message).not.toContain(key);
        },
      ),
    );
  });
});

describe("assertChanges", () => {
  it("takes every well-formed change", () => {
    const changes: Change[] = [
      { change: "put", key: "a", value: "", expect: "absent", expiresAt: 0 },
      { change: "put", key: "a", value: "😀\u0000", expect: 7 },
      { change: "remove", key: "a" },
      { change: "add", counter: "a", amount: -3, max: 5, expiresAt: 9 },
      { change: "append", log: "a", value: "entry" },
    ];

    expect(() => assertChanges(changes)).not.toThrow();
  });

  it.each([
    [{ ...put, key: "a b" }, "changes[1].key"],
    [{ ...put, value: 7 }, "changes[1].value"],
    [{ ...put, value: "\uD83D" }, "changes[1].value"],
    [{ ...put, expect: "present" }, "changes[1].expect"],
    [{ ...put, expiresAt: 1.5 }, "changes[1].expiresAt"],
    [{ change: "remove", key: "" }, "changes[1].key"],
    [{ ...add, counter: "" }, "changes[1].counter"],
    [{ ...add, amount: undefined }, "changes[1].amount"],
    [{ ...add, amount: 0.5 }, "changes[1].amount"],
    [{ ...add, amount: 2 ** 53 }, "changes[1].amount"],
    [{ ...add, max: Number.NaN }, "changes[1].max"],
    [{ ...add, expiresAt: Number.POSITIVE_INFINITY }, "changes[1].expiresAt"],
    [{ change: "append", log: "日志", value: "" }, "changes[1].log"],
    [{ change: "append", log: "a", value: null }, "changes[1].value"],
    [{ change: "increment", key: "a" }, "changes[1].change"],
  ])("refuses %j by its path %s", (bad, path) => {
    const changes = [unchecked(put), unchecked(bad)];

    expect(() => assertChanges(changes)).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", path }) as Error,
    );
  });
});

describe("addToCounter", () => {
  it.each([
    [0, { amount: 3 }, 3],
    [3, { amount: -5 }, -2],
    [9, { amount: 1, max: 10 }, 10],
    [10, { amount: 1, max: 10 }, undefined],
    [Number.MAX_SAFE_INTEGER, { amount: 1 }, undefined],
    [Number.MIN_SAFE_INTEGER, { amount: -1 }, undefined],
  ])("%d and %j make %s", (current, { amount, ...cap }, sum) => {
    expect(addToCounter(current, { change: "add", counter: "a", amount, ...cap })).toBe(sum);
  });
});

describe("readWindow", () => {
  it("reads the first 1000 by default", () => {
    expect(readWindow()).toEqual({ after: 0, limit: 1000 });
  });

  it.each([{ limit: 0 }, { limit: 1.5 }, { limit: Number.POSITIVE_INFINITY }, { after: Number.NaN }])(
    "refuses %j",
    (options) => {
      expect(() => readWindow(options)).toThrow(UsageError);
    },
  );
});

function messageOf(action: () => void): string {
  try {
    action();
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "";
}
