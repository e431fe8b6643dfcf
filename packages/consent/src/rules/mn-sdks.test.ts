import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { collect } from "../test-support/rule-world.ts";

describe("MN-04", () => {
  it("has nothing against the app's own reads", () => {
    expect(codeOf("MN-04", collect(["location"]))).toBeUndefined();
  });

  it("has no switch to look at in an SDK without modules", () => {
    const sdks = [{ name: "maps" }];
    const event = collect(["location"], { initiator: "sdk:maps" });
    expect(codeOf("MN-04", event, { manifest: { sdks } })).toBeUndefined();
    expect(codeOf("MN-04", { ...event, module: "nearby" }, { manifest: { sdks } })).toBe("MODULE_OFF");
  });
});
