import { assertKey } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { ledgerKeys, type Place, readPlace, writePlace } from "./place.ts";

const LONGEST: Place = {
  purposeId: "p".repeat(64),
  subject: "s".repeat(43),
  recipient: "r".repeat(64),
};

describe("the place of an act", () => {
  it("has a key that every store takes, however long its names are", () => {
    const keys = ledgerKeys("a".repeat(128));

    for (const key of [keys.log, keys.head, keys.place(LONGEST), keys.record("i".repeat(64))])
      expect(() => assertKey(key, "key")).not.toThrow();
  });

  it("is another for each purpose, person and recipient", () => {
    const keys = ledgerKeys("example.a");
    const place: Place = { purposeId: "register", subject: "index" };
    const places = [
      place,
      { ...place, purposeId: "other" },
      { ...place, subject: "other" },
      { ...place, recipient: "acme" },
      { ...place, recipient: "acme.two" },
    ];

    expect(new Set(places.map((one) => keys.place(one))).size).toBe(places.length);
  });

  it.each([LONGEST, { purposeId: "register", subject: "index" }])("is read as it was written", (place) => {
    expect(readPlace(writePlace(place))).toEqual(place);
  });
});
