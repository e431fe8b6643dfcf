import { describe, expect, it } from "vitest";
import { findMobileSegment } from "./mobile-segments.ts";

describe("findMobileSegment", () => {
  it.each([
    ["13481234567", "134", "china-mobile", false],
    ["13491234567", "1349", "china-telecom", false],
    ["18612345678", "186", "china-unicom", false],
    ["19212345678", "192", "china-broadnet", false],
    ["16101234567", "1610", "china-broadnet", false],
    ["16512345678", "165", "china-mobile", true],
    ["17001234567", "1700", "china-telecom", true],
    ["17041234567", "1704", "china-unicom", true],
    ["17112345678", "171", "china-unicom", true],
    ["17405123456", "17405", "china-telecom", false],
    ["17406123456", "17406", "unknown", false],
    ["17491234567", "1749", "unknown", false],
  ])("gives %s to the longest segment it starts with", (number, ...expected) => {
    const [segment, originalCarrier, virtual] = expected;
    expect(findMobileSegment(number)).toEqual({ segment, originalCarrier, virtual });
  });

  it.each(["14812345678", "15412345678", "16111234567", "17413123456", "17912345678"])(
    "knows of no use for %s",
    (number) => {
      expect(findMobileSegment(number)).toBeUndefined();
    },
  );
});
