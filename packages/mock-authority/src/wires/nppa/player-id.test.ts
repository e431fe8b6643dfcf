import { describe, expect, it } from "vitest";
import { VERIFIED_CITIZENS } from "../../personas/nppa-citizens.ts";
import { PEOPLE } from "../../personas/people.ts";
import { createSeededRandom } from "../../seeded-random.ts";
import { birthDateDigits, playerIdOf, publishedPlayerIdOf } from "./player-id.ts";

const ids = (seed: string): string[] => PEOPLE.map((person) => playerIdOf(person, createSeededRandom(seed)));

describe("a player id", () => {
  it("begins with the digits of the example in the specification", () => {
    expect(birthDateDigits("20100101")).toBe("1hpfml");
  });

  it.each(VERIFIED_CITIZENS)("is published for $name, and begins with the birth date", (citizen) => {
    const published = publishedPlayerIdOf(citizen) ?? "";
    expect(published).toMatch(/^[0-9a-p]{6}[0-9a-z]{32}$/);
    expect(published.slice(0, 6)).toBe(birthDateDigits(citizen.idNumber.slice(6, 14)));
  });

  it("is that of one person, and the same in every run with the same seed", () => {
    expect(new Set(ids("test")).size).toBe(16);
    expect(ids("test")).toEqual(ids("test"));
    expect(ids("test").slice(8)).not.toEqual(ids("other").slice(8));
    for (const id of ids("test")) expect(id).toMatch(/^[0-9a-p]{6}[0-9a-z]{32}$/);
  });
});
