import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { collect, MANIFEST_CHECK } from "../test-support/rule-world.ts";

describe("EX-11 and EX-13", () => {
  const passed = { subject: { verifiedBy: ["network-identity"] } };
  const again = collect(["network-identity-credential"], { purpose: "real-name" });

  it("let the same way be asked for again", () => {
    expect(codeOf("EX-13", again, passed)).toBeUndefined();
    expect(codeOf("EX-13", collect(["name"], { purpose: "real-name" }), passed)).toBe("ONE_METHOD_ENOUGH");
  });

  it("know a real-name purpose by its kind", () => {
    const event = collect(["name"], { purpose: "register" });
    const named = { purpose: { kind: "real-name" } };
    expect(codeOf("EX-13", event, { ...named, manifest: { realName: { serviceKinds: ["news"] } } })).toBe(
      "NO_REALNAME_DUTY",
    );
    expect(codeOf("EX-13", event, { manifest: { realName: {} } })).toBeUndefined();
  });
});

describe("EX-12", () => {
  it("says nothing where the network identity is not used", () => {
    expect(
      codeOf("EX-12", MANIFEST_CHECK, { manifest: { realName: { methods: ["mobile-number"] } } }),
    ).toBeUndefined();
  });

  it("takes a way without a tier for another service", () => {
    const realName = { methods: ["network-identity", "mobile-number"], tiers: { "network-identity": "all" } };
    expect(codeOf("EX-12", MANIFEST_CHECK, { manifest: { realName } })).toBe("UNEQUAL_SERVICE");
  });
});
