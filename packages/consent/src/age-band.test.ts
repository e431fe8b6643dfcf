import { describe, expect, it } from "vitest";
import { ageBandOf } from "./age-band.ts";

describe("ageBandOf", () => {
  it.each([
    [0, "under-14"],
    [13, "under-14"],
    [13.99, "under-14"],
    [14, "14-17"],
    [17, "14-17"],
    [18, "adult"],
    [120, "adult"],
    [undefined, undefined],
  ])("of %s is %s", (age, band) => {
    expect(ageBandOf(age)).toBe(band);
  });

  it("takes what is no number for a child's", () => {
    expect(ageBandOf(Number.NaN)).toBe("under-14");
  });
});
