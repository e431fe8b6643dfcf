import { describe, expect, it } from "vitest";
import { issueMessage, PLAIN } from "./issue-message.ts";

describe("the message of an issue", () => {
  it.each<[string, unknown, (string | number)[]]>([
    ["Too short: at least 2 letters", "某", []],
    ["手机号应为 11 位", "164", []],
    ["Expected a city", { address: {} }, ["address", "city"]],
    ["At least 10 items", Array.from({ length: 11 }, () => "a"), []],
    ["Expected text, received nothing", undefined, []],
    ["Must not be empty", "", []],
    ["Not an object", null, []],
  ])("is the schema's own: %s", (message, value, path) => {
    expect(issueMessage({ message, path }, value)).toBe(message);
  });

  it.each<[string, unknown, (string | number)[]]>([
    ['Invalid email: received "某一一"', "某一一", []],
    ["Expected string but received 16400000001", 16_400_000_001, []],
    ['Expected one of "F", "M" but received "X"', "X", []],
    ['Unrecognized key: "16400000001"', { "16400000001": 1 }, []],
    ["Never expected 16400000001", { "16400000001": { a: 1 } }, ["16400000001"]],
    ["Received 某一一", { people: [{ name: "某一一" }] }, ["people", 0, "name"]],
  ])("gives way where it repeats what was sent: %s", (message, value, path) => {
    expect(issueMessage({ message, path }, value)).toBe(PLAIN);
  });

  it("reads both ways in which a path is written", () => {
    expect(issueMessage({ message: "Received 某一一", path: [{ key: "name" }] }, { name: "某一一" })).toBe(
      PLAIN,
    );
  });

  it("is a plain one where the schema has none", () => {
    expect(issueMessage(undefined, "某一一")).toBe(PLAIN);
  });
});
