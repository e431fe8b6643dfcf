import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { MANIFEST_CHECK } from "../test-support/rule-world.ts";

describe("MN-05", () => {
  it("flags a rewarded purpose in the manifest that takes data, among others", () => {
    const purposes = [{ id: "prize-draw", rewarded: true }];
    const row = { purpose: "prize-draw", field: "gender" } as const;
    const items = [{ ...row, purpose: "sign-in" }, row];
    expect(codeOf("MN-05", MANIFEST_CHECK, { manifest: { purposes, items } })).toBe("LURE");
    expect(codeOf("MN-05", MANIFEST_CHECK, { manifest: { purposes, items: [] } })).toBeUndefined();
  });

  it("flags a request for a purpose that is declared as rewarded, and no other", () => {
    const ask = { type: "consent.request", purpose: "prize-draw" } as const;
    const purposes = [{ id: "sign-in" }, { id: "prize-draw", rewarded: true }];
    expect(codeOf("MN-05", ask, { manifest: { purposes } })).toBe("LURE");
    expect(codeOf("MN-05", { ...ask, purpose: "sign-in" }, { manifest: { purposes } })).toBeUndefined();
  });

  it("flags another purpose than the person reads", () => {
    const rationale = { purposeId: "find-friends", text: "Find friends", shownAt: "2026-06-15T08:00:00Z" };
    expect(codeOf("MN-05", { type: "consent.request", purpose: "advertising", rationale })).toBe(
      "PURPOSE_MISMATCH",
    );
  });
});
