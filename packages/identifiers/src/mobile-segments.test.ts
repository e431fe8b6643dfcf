import { describe, expect, it } from "vitest";
import { mobileSegmentOf } from "./mobile-segments.ts";

describe("mobileSegmentOf", () => {
  it.each([
    ["13481234567", "134", "mobile", "china-mobile", false, true],
    ["13491234567", "1349", "satellite", "china-telecom", false, true],
    ["14912345678", "149", "mobile", "china-telecom", false, "unknown"],
    ["18612345678", "186", "mobile", "china-unicom", false, true],
    ["19212345678", "192", "mobile", "china-broadnet", false, true],
    ["16101234567", "1610", "mobile", "china-broadnet", false, "unknown"],
    ["16111234567", "161", "mobile", "unknown", false, "unknown"],
    ["16512345678", "165", "mobile", "china-mobile", true, true],
    ["17001234567", "1700", "mobile", "china-telecom", true, true],
    ["17041234567", "1704", "mobile", "china-unicom", true, true],
    ["17112345678", "171", "mobile", "china-unicom", true, true],
    ["17405123456", "17405", "satellite", "china-telecom", false, "unknown"],
    ["17406123456", "17406", "emergency", "unknown", false, "unknown"],
    ["17413123456", "174", "mobile", "unknown", false, "unknown"],
    ["17491234567", "1749", "satellite", "unknown", false, "unknown"],
    ["17912345678", "179", "mobile", "unknown", false, false],
    ["1480123456789", "148", "iot", "china-mobile", false, true],
    ["1064123456789", "1064", "machine", "unknown", false, true],
    ["1380123456789", "138", "mobile", "unknown", false, false],
  ])("gives %s to the longest segment it starts with", (number, ...expected) => {
    const [segment, use, originalCarrier, virtual, assigned] = expected;
    expect(mobileSegmentOf(number)).toEqual({ segment, class: use, originalCarrier, virtual, assigned });
  });
});
