import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "./random.ts";

describe("createRandom", () => {
  it("gives the same choices for the same seed, on every machine", () => {
    const random = createRandom("seed");

    expect([random.below(1000), random.digits(4), random.character("abc"), random.pick([1, 2, 3])]).toEqual([
      949,
      "0060",
      "a",
      2,
    ]);
  });

  it("stays within its limits", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1_000_000 }), (seed, limit) => {
        const chosen = createRandom(seed).below(limit);

        expect(Number.isInteger(chosen) && chosen >= 0 && chosen < limit).toBe(true);
      }),
    );
  });

  it("spreads its choices evenly", () => {
    const random = createRandom("even");
    const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 100_000; draw++) {
      const digit = random.below(10);
      counts[digit] = (counts[digit] ?? 0) + 1;
    }

    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});
