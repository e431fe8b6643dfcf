import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { findings } from "../test-support/findings.ts";
import { collect, permission, world } from "../test-support/rule-world.ts";

describe("reads of the device", () => {
  it("may be several where the user started the function that needs them", () => {
    const both = ["location", "photos"] as const;
    expect(codeOf("GF-05", collect(both))).toBeUndefined();
    expect(codeOf("GF-05", collect(both, { trigger: "background" }))).toBe("BULK_READ");
    expect(codeOf("GF-05", collect(["name", "gender"], { trigger: "background" }))).toBeUndefined();
  });

  it("never give the list of apps, also not for one app without a purpose", () => {
    const event = collect(["installed-apps"], { namedApp: "com.example.wallet" });
    const { manifest: _manifest, ...undeclared } = world(event);
    expect(findings("GF-07", event, undeclared)).toEqual(["PACKAGE_ENUMERATION"]);
    expect(codeOf("GF-07", { type: "sdk.init", fields: ["installed-apps"] })).toBe("PACKAGE_ENUMERATION");
  });
});

describe("GF-07", () => {
  it("finds the list of apps among other permissions", () => {
    const event = permission(["CAMERA", "QUERY_ALL_PACKAGES"]);
    expect(codeOf("GF-07", event)).toBe("PACKAGE_ENUMERATION");
    expect(codeOf("GF-07", permission(["CAMERA"]))).toBeUndefined();
  });
});
