import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExpiringMap } from "./expiring-map.ts";

describe("ExpiringMap", () => {
  it("tells nothing of a record from its time on", () => {
    const map = new ExpiringMap();
    map.set("a", { expiresAt: 10 }, 0);

    expect(map.get("a", 9)).toEqual({ expiresAt: 10 });
    expect(map.get("a", 10)).toBeUndefined();
  });

  it("stays within twice the records that are alive, however many were written", () => {
    const map = new ExpiringMap();
    const lifetime = 100;
    let largest = 0;
    for (let now = 0; now < 10_000; now += 1) {
      map.set(`key ${now}`, { expiresAt: now + lifetime }, now);
      largest = Math.max(largest, map.size);
    }

    expect(largest).toBeLessThanOrEqual(2 * lifetime + 1);
  });

  it("never loses a record that is alive", () => {
    const write = fc.record({
      key: fc.integer({ min: 0, max: 20 }),
      lifetime: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(write, { maxLength: 200 }), (writes) => {
        const map = new ExpiringMap();
        const expected = new Map<string, number>();
        for (const [now, { key, lifetime }] of writes.entries()) {
          map.set(`${key}`, { expiresAt: now + lifetime }, now);
          expected.set(`${key}`, now + lifetime);
        }
        for (const [key, expiresAt] of expected)
          expect(map.get(key, writes.length)).toEqual(expiresAt > writes.length ? { expiresAt } : undefined);
      }),
    );
  });

  it("gives all memory of ended records back when it is swept", () => {
    const map = new ExpiringMap();
    for (const expiresAt of [5, 15, 7, Infinity]) map.set(`until ${expiresAt}`, { expiresAt }, 0);
    map.sweep(10);

    expect(map.size).toBe(2);
  });
});
