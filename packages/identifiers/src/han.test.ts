import { describe, expect, it } from "vitest";
import { isHan, isRadical } from "./han.ts";

describe("isHan", () => {
  it.each([
    [0x3007, 0x3007],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
    [0x20000, 0x2a6df],
    [0x2a700, 0x2ebef],
    [0x2ebf0, 0x2ee5f],
    [0x2f800, 0x2fa1f],
    [0x30000, 0x3347f],
  ])("holds both ends of the stretch from %i to %i", (first, last) => {
    expect(isHan(first)).toBe(true);
    expect(isHan(last)).toBe(true);
  });

  it.each([
    0x3006, 0x3008, 0x33ff, 0x4dc0, 0x4dff, 0xa000, 0xf8ff, 0xfb00, 0x1ffff, 0x2a6e0, 0x2ee60, 0x2fa20,
    0x33480,
  ])("leaves out U+%i, which stands beside a stretch", (codePoint) => {
    expect(isHan(codePoint)).toBe(false);
  });

  it("holds every unified ideograph the engine knows, up to Extension J", () => {
    const missing: number[] = [];
    for (let codePoint = 0; codePoint < 0x33480; codePoint++) {
      const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
      if (isSurrogate || isHan(codePoint)) continue;
      if (/\p{Unified_Ideograph}/u.test(String.fromCodePoint(codePoint))) missing.push(codePoint);
    }
    expect(missing).toEqual([]);
  });
});

describe("isRadical", () => {
  it("holds the radical blocks and no character of a name", () => {
    expect(isRadical(0x2f08)).toBe(true);
    expect(isRadical(0x2e85)).toBe(true);
    expect(isRadical(0x4eba)).toBe(false);
  });
});
