import { assert, property, stringMatching, uuid } from "fast-check";
import { describe, expect, it } from "vitest";
import { aiOf, checkAi } from "./ai.ts";

describe("aiOf", () => {
  it("is the same for the same verification, whoever computes it", () => {
    expect(aiOf("verification-1")).toBe("134284f28e7f3683e9bd4ac67add95e7");
  });

  it("is another one for another verification, and fit for the wire", () => {
    assert(
      property(uuid(), uuid(), (one, other) => {
        expect(aiOf(one) === aiOf(other)).toBe(one === other);
        expect(checkAi(aiOf(one), "handle")).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });
});

describe("checkAi", () => {
  it.each(["", "a".repeat(33), "a b", "a&b=c", "../query", "某一一"])(
    "refuses %j without repeating it",
    (value) => {
      const refused = { code: "INVALID_INPUT", message: "handle: must be 1 to 32 letters and digits" };
      expect(() => checkAi(value, "handle")).toThrow(expect.objectContaining(refused));
    },
  );

  it("lets through what a query string does not change", () => {
    const codes = stringMatching(/^[A-Za-z0-9]{1,32}$/);
    assert(property(codes, (code) => encodeURIComponent(checkAi(code, "handle")) === code));
  });
});
