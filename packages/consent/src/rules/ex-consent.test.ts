import { describe, expect, it } from "vitest";
import { PROFILES, type ProfileSettings } from "../profile.ts";
import { codeOf } from "../test-support/code-of.ts";
import { collect, world } from "../test-support/rule-world.ts";
import { evaluate } from "./evaluate.ts";

describe("EX-01", () => {
  it("takes everything of a child for sensitive", () => {
    const changes = { consent: { kind: "general" } } as const;
    expect(codeOf("EX-01", collect(["gender"]), { ...changes, subject: { age: 13 } })).toBe(
      "SEPARATE_CONSENT_REQUIRED",
    );
    expect(codeOf("EX-01", collect(["gender"]), { ...changes, subject: { age: 14 } })).toBeUndefined();
  });

  it("goes by what the profile says of an ID number, and of a name beside it", () => {
    const event = collect(["id-document-number", "name"]);
    const context = world(event, { consent: { kind: "general" } });
    const lenient = { ...PROFILES.default, idNumberSensitive: false };
    const codes = (profile: ProfileSettings) =>
      evaluate(event, context, { profile }).verdicts.map(({ code, message }) => `${code} ${message}`);
    expect(codes(PROFILES.default)).toEqual([
      "SEPARATE_CONSENT_REQUIRED id-document-number, name: needs a separate consent",
    ]);
    expect(codes(lenient)).toEqual([]);
  });

  it("takes a list of this purpose alone for no bundle", () => {
    const event = collect(["face-image"]);
    expect(codeOf("EX-01", event, { consent: { purposes: ["sign-in"] } })).toBeUndefined();
  });

  it("takes a written consent for stricter still", () => {
    expect(codeOf("EX-01", collect(["face-image"]), { consent: { kind: "written" } })).toBeUndefined();
  });
});

describe("EX-01, for several fields", () => {
  it("looks at each sensitive field", () => {
    const event = collect(["face-image", "id-document-number"]);
    expect(codeOf("EX-01", event, { consent: { fields: ["face-image"] } })).toBe("SEPARATE_CONSENT_REQUIRED");
  });
});
