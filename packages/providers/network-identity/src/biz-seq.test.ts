import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkBizSeq, createBizSeq } from "./biz-seq.ts";

describe("createBizSeq", () => {
  it("writes 16 random bytes as 32 digits and letters", () => {
    expect(createBizSeq((size) => Uint8Array.from({ length: size }, (_, index) => index))).toBe(
      "000102030405060708090a0b0c0d0e0f",
    );
  });

  it("takes its randomness from Node by default", () => {
    const made = new Set(Array.from({ length: 100 }, () => createBizSeq()));

    expect(made.size).toBe(100);
    for (const bizSeq of made) expect(checkBizSeq(bizSeq, "bizSeq")).toBe(bizSeq);
  });
});

describe("checkBizSeq", () => {
  it("takes 32 letters and digits as they are", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{32}$/), (bizSeq) => {
        expect(checkBizSeq(bizSeq, "handle")).toBe(bizSeq);
      }),
    );
  });

  it.each([
    "",
    "a".repeat(31),
    "a".repeat(33),
    `${"a".repeat(31)}&`,
    `${"a".repeat(31)}/`,
    `${"a".repeat(32)}\n`,
  ])("refuses %j, by the name of the argument and without the value", (bizSeq) => {
    expect(() => checkBizSeq(bizSeq, "handle")).toThrow(
      expect.objectContaining({
        code: "INVALID_INPUT",
        path: "handle",
        message: "handle: must be 32 letters and digits",
      }),
    );
  });
});
