import { describe, expect, it } from "vitest";
import { echoableName } from "./echoable-name.ts";

describe("echoableName", () => {
  it.each(["IdCard", "ruleId"])("passes %s", (name) => {
    expect(echoableName(name)).toBe(name);
  });

  it.each(["110000190101010001", "16400000001", "某一一", "", "a".repeat(33), "a b"])(
    "holds back %j",
    (name) => {
      expect(echoableName(name)).toBeUndefined();
    },
  );
});
