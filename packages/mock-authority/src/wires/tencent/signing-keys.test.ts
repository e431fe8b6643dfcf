import { describe, expect, it } from "vitest";
import { createSigningKeys } from "./signing-keys.ts";

describe("createSigningKeys", () => {
  it("returns the remembered key of a scope and makes another for another scope", () => {
    const keys = createSigningKeys();
    const scope = { secretKey: "a", date: "2026-01-02", service: "faceid" };
    expect(keys(scope)).toBe(keys({ ...scope }));
    for (let day = 0; day < 100; day += 1) keys({ ...scope, date: String(day) });
    expect(keys({ ...scope, service: "ocr" }).equals(keys(scope))).toBe(false);
  });
});
