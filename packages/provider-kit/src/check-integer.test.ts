import { describe, expect, it } from "vitest";
import { checkInteger } from "./check-integer.ts";

const rule = { min: 1, max: 10 };

describe("checkInteger", () => {
  it.each([1, 10])("takes %d", (value) => {
    expect(checkInteger(value, "count", rule)).toBe(value);
  });

  it.each([0, 11, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "5" as unknown as number])(
    "refuses %s",
    (value) => {
      expect(() => checkInteger(value, "count", rule)).toThrow(
        expect.objectContaining({
          code: "INVALID_OPTION",
          path: "count",
          message: "count: must be a whole number from 1 to 10",
        }),
      );
    },
  );
});
