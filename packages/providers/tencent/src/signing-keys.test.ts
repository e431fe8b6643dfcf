import { Secret } from "@shiming/provider-kit";
import { describe, expect, it, vi } from "vitest";
import { deriveSigningKey } from "./sign-tc3.ts";
import { createSigningKeys } from "./signing-keys.ts";

describe("signing keys", () => {
  it("are those of the day and the service", () => {
    const key = createSigningKeys(new Secret("key"))("2026-11-22", "faceid");

    expect(key.equals(deriveSigningKey("key", "2026-11-22", "faceid"))).toBe(true);
    expect(key.equals(deriveSigningKey("key", "2026-11-23", "faceid"))).toBe(false);
    expect(key.equals(deriveSigningKey("key", "2026-11-22", "ocr"))).toBe(false);
  });

  it("are derived once while they are in use", () => {
    const secret = new Secret("key");
    const reveal = vi.spyOn(secret, "reveal");
    const keys = createSigningKeys(secret);

    expect(keys("2026-11-22", "faceid")).toBe(keys("2026-11-22", "faceid"));
    keys("2026-11-22", "ocr");
    keys("2026-11-22", "faceid");
    expect(reveal).toHaveBeenCalledTimes(2);
  });

  it("of days gone by are not kept", () => {
    const keys = createSigningKeys(new Secret("key"));
    const first = keys("2026-11-01", "faceid");
    for (let day = 2; day <= 9; day++) keys(`2026-11-0${day}`, "faceid");

    expect(keys("2026-11-01", "faceid")).not.toBe(first);
  });
});
