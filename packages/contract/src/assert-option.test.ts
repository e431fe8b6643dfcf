import { describe, expect, it } from "vitest";
import { assertOption, assertOptions, assertText } from "./assert-option.ts";

const refused = (path: string) =>
  expect.objectContaining({ name: "UsageError", code: "INVALID_OPTION", path });

describe("an option", () => {
  it("is refused by path and rule, without its value", () => {
    expect(() => assertOption(false, "port", "must be whole")).toThrow("port: must be whole");
    expect(() => assertOption(true, "port", "must be whole")).not.toThrow();
  });

  it.each([undefined, null, "text", 7, []])("is refused when it must be an object and is %j", (value) => {
    expect(() => assertOptions(value, "budget")).toThrow(refused("budget"));
  });

  it("is refused when it has a member that nobody reads", () => {
    expect(() => assertOptions({ perday: {} }, "budget", ["perDay"])).toThrow(refused("budget"));
    expect(() => assertOptions({ perDay: {} }, "budget", ["perDay"])).not.toThrow();
  });

  it.each([undefined, null, "", "  ", 7])("is refused when it must be a text and is %j", (value) => {
    expect(() => assertText(value, "issuer")).toThrow(refused("issuer"));
  });
});
