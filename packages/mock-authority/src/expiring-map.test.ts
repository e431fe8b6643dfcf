import { describe, expect, it } from "vitest";
import { createExpiringMap } from "./expiring-map.ts";
import { createFixedClock } from "./test-support/fixed-clock.ts";

describe("createExpiringMap", () => {
  it("forgets a value when its life is over", () => {
    const clock = createFixedClock();
    const map = createExpiringMap<string>({ capacity: 10, clock });
    map.set("a", "value", 1000);
    clock.advance(999);
    expect(map.get("a")).toBe("value");
    clock.advance(1);
    expect(map.get("a")).toBeUndefined();
  });

  it("drops the oldest past its capacity, and setting again renews", () => {
    const map = createExpiringMap<number>({ capacity: 2, clock: createFixedClock() });
    map.set("a", 1, 1000);
    map.set("b", 2, 1000);
    map.set("a", 3, 1000);
    map.set("c", 4, 1000);
    expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([3, undefined, 4]);
  });

  it("drops nobody when a known entry is set again", () => {
    const map = createExpiringMap<number>({ capacity: 2, clock: createFixedClock() });
    map.set("a", 1, 1000);
    map.set("b", 2, 1000);
    map.set("b", 3, 1000);
    expect([map.get("a"), map.get("b")]).toEqual([1, 3]);
  });

  it("forgets everything on request", () => {
    const map = createExpiringMap<number>({ capacity: 2, clock: createFixedClock() });
    map.set("a", 1, 1000);
    map.clear();
    expect(map.get("a")).toBeUndefined();
  });
});
