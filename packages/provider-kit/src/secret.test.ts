import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { Secret, toSecret } from "./secret.ts";

const value = "a-credential";

describe("a secret", () => {
  const secret = new Secret(value);

  it.each([
    // oxlint-disable-next-line typescript/restrict-template-expressions -- the careless use is the case
    ["a template", `${secret}`],
    ["JSON", JSON.stringify({ secret })],
    ["the debugger", inspect({ secret }, { showHidden: true, depth: 9 })],
    ["its own properties", JSON.stringify(Object.getOwnPropertyNames(secret))],
    ["a copy", JSON.stringify(Object.assign({}, secret))],
  ])("does not show itself in %s", (_where, shown) => {
    expect(shown).not.toContain(value);
  });

  it("says what it is", () => {
    expect([String(secret), JSON.stringify(secret), inspect(secret)]).toEqual([
      "[secret]",
      '"[secret]"',
      "[secret]",
    ]);
  });

  it("is revealed on purpose only", () => {
    expect(secret.reveal()).toBe(value);
  });
});

describe("toSecret", () => {
  it("takes a string or a secret", () => {
    const secret = new Secret(value);

    expect(toSecret(value, "secretKey").reveal()).toBe(value);
    expect(toSecret(secret, "secretKey")).toBe(secret);
  });

  // What an unset or half-set environment variable gives, past the compiler.
  it.each([[""], ["  "], [new Secret("")], [undefined as unknown as string]])("refuses %j", (missing) => {
    expect(() => toSecret(missing, "secretKey")).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: "secretKey" }),
    );
  });
});
