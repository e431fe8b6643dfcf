import { assert, constantFrom, integer, jsonValue, option, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { billingOf, chargeOf } from "./billing.ts";

const charge = (
  answer: Record<string, unknown>,
  otherwise: "yes" | "no" | "unknown" = "yes",
  price?: number,
) => chargeOf({ billing: billingOf(answer), name: "row", otherwise, price });

describe("chargeOf", () => {
  it.each([
    [{ chargeStatus: 1, chargeCount: 1 }, "yes", "row, chargeStatus 1 chargeCount 1"],
    [{ chargeStatus: 0, chargeCount: 0 }, "no", "row, chargeStatus 0 chargeCount 0"],
    [{ chargeStatus: "1", chargeCount: "1" }, "yes", "row, chargeStatus 1 chargeCount 1"],
    [{ chargeStatus: 1 }, "yes", "row, chargeStatus 1"],
    [{ chargeStatus: 0 }, "no", "row, chargeStatus 0"],
    [{ chargeCount: 1 }, "yes", "row, chargeCount 1"],
    [{ chargeCount: 0 }, "no", "row, chargeCount 0"],
  ])("goes by what the answer says: %o", (answer, charged, basis) => {
    for (const otherwise of ["yes", "no", "unknown"] as const) {
      expect(charge(answer, otherwise)).toEqual({ charged, basis });
    }
  });

  it.each([
    [{}],
    [{ chargeStatus: null }],
    [{ chargeStatus: true, chargeCount: -1 }],
    [{ chargeStatus: "yes", chargeCount: 1.5 }],
    [{ chargeStatus: 2 }],
  ])("goes by the table when the answer does not say, and says so: %o", (answer) => {
    for (const otherwise of ["yes", "no", "unknown"] as const) {
      expect(charge(answer, otherwise)).toEqual({ charged: otherwise, basis: "row, by the table" });
    }
  });

  it.each([[{ chargeStatus: 1, chargeCount: 0 }], [{ chargeStatus: 0, chargeCount: 1 }]])(
    "does not take sides when the answer contradicts itself: %o",
    (answer) => {
      expect(charge(answer, "yes", 100)).toEqual({
        charged: "unknown",
        basis: expect.stringMatching(/^row, /),
      });
    },
  );

  it.each([
    [{ chargeStatus: 1 }, 100],
    [{ chargeStatus: 1, chargeCount: 1 }, 100],
    [{ chargeStatus: 1, chargeCount: 3 }, 300],
    [{}, 100],
    [{ chargeStatus: 0 }, undefined],
  ])("costs the price for each call that was billed: %o", (answer, costMicros) => {
    expect(charge(answer, "yes", 100).costMicros).toBe(costMicros);
  });

  it("never fails, and costs something only where something was charged", () => {
    const answer = record({ chargeStatus: jsonValue(), chargeCount: jsonValue() });
    const price = option(integer({ min: 0, max: 1_000_000_000 }), { nil: undefined });

    assert(
      property(answer, constantFrom("yes", "no", "unknown"), price, (given, otherwise, each) => {
        const { charged, basis, costMicros } = charge(given, otherwise, each);

        expect(basis).toMatch(/^row, \S/);
        expect(costMicros === undefined).toBe(charged !== "yes" || each === undefined);
        expect(Number.isSafeInteger(costMicros ?? 0)).toBe(true);
      }),
    );
  });
});
