import { describe, expect, it } from "vitest";
import { findingCodes } from "./finding-codes.ts";
import { findingMessages } from "./finding-messages.ts";

describe("findingMessages", () => {
  it("has every code, in the order of the codes", () => {
    expect(Object.keys(findingMessages)).toEqual(Object.keys(findingCodes));
  });

  it.each(Object.entries(findingMessages))(
    "says %s in one sentence of each language",
    (_code, { en, zh }) => {
      expect(en).toMatch(/^[A-Z][^.!?]*\.$/);
      expect(zh).toMatch(/^[^。]+。$/);
    },
  );
});
