import { describe, expect, it } from "vitest";
import { PROFILES, settingsOf } from "./profile.ts";

describe("profiles", () => {
  it("run the rules of drafts in the profile draft alone", () => {
    const withDrafts = Object.entries(PROFILES).filter(([, { draftRules }]) => draftRules);
    expect(withDrafts.map(([name]) => name)).toEqual(["draft"]);
  });

  it("treat an ID number as sensitive, all of them", () => {
    expect(Object.values(PROFILES).every(({ idNumberSensitive }) => idNumberSensitive)).toBe(true);
  });
});

describe("settingsOf", () => {
  it("knows profiles by name, and the default without one", () => {
    expect(settingsOf()).toBe(PROFILES.default);
    expect(settingsOf("cautious").reaskAfterHours).toBe("never");
  });

  it("lets settings of the app's own stand", () => {
    const own = { ...PROFILES.default, reaskAfterHours: 72 };
    expect(settingsOf(own)).toBe(own);
  });

  it.each(["strict", "toString"])("refuses the name %s", (name) => {
    expect(() => settingsOf(name as never)).toThrow("profile");
  });
});
