import { describe, expect, it } from "vitest";
import { createSeededRandom } from "./seeded-random.ts";

describe("createSeededRandom", () => {
  it("repeats itself for the same seed and differs for another", () => {
    const [first, same, other] = ["a", "a", "b"].map((seed) => {
      const random = createSeededRandom(seed);
      return [random.next(), random.nextUuid(), random.derive("label")];
    });
    expect(same).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it("gives version 4 UUIDs, new at every call", () => {
    const random = createSeededRandom("a");
    const ids = Array.from({ length: 200 }, () => random.nextUuid());
    expect(new Set(ids).size).toBe(200);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it("starts again on request, and derives the same values before and after", () => {
    const random = createSeededRandom("a");
    const before = [random.derive("x"), random.next(), random.next()];
    random.restart();
    expect([random.derive("x"), random.next(), random.next()]).toEqual(before);
  });
});
