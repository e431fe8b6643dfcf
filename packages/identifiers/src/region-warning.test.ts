import { describe, expect, it } from "vitest";
import { isProvince } from "./provinces.ts";
import { addRegionCodes, isKnownRegion } from "./region-codes.ts";
import { authorityWarning, regionWarning } from "./region-warning.ts";

const codes = Array.from({ length: 1_000_000 }, (_, number) => String(number).padStart(6, "0"));
const isMainland = (code: string) => code < "81" && isProvince(Number(code.slice(0, 2)));
const isWarnedAbout = (code: string) => regionWarning(code, 0, undefined).length > 0;

describe("regionWarning", () => {
  it("says nothing of any code that we know", () => {
    expect(codes.filter((code) => isKnownRegion(code) && isWarnedAbout(code))).toEqual([]);
  });

  it.each(["119999", "110199", "119901", "110165", "995400"])("warns about %s, which none can be", (code) => {
    const [warning] = regionWarning(code, 0, undefined);
    expect(warning?.code).toBe("REGION_UNKNOWN");
    expect(warning?.at?.(code)).toEqual([0, 6]);
  });

  it("notices three in five unknown codes of the provinces whose numbers are in use", () => {
    const unknown = codes.filter((code) => isMainland(code) && !isKnownRegion(code));
    expect(unknown.filter(isWarnedAbout).length / unknown.length).toBeCloseTo(0.605, 2);
  });

  it("says no more of a code that the app has added", () => {
    expect(isWarnedAbout("119988")).toBe(true);
    addRegionCodes(["119988"]);
    expect(isWarnedAbout("119988")).toBe(false);
    expect(isWarnedAbout("119989")).toBe(true);
  });

  it("asks what the caller gave instead", () => {
    expect(regionWarning("110150", 0, undefined)).toEqual([]);
    expect(regionWarning("110150", 0, { regions: isKnownRegion })).toHaveLength(1);
    expect(regionWarning("119999", 0, { regions: (code) => code === "119999" })).toEqual([]);
  });

  it("reads the code where it is told", () => {
    const [warning] = regionWarning("91119999M000100Y43", 2, undefined);
    expect(warning?.at?.("91119999M000100Y43")).toEqual([2, 8]);
  });
});

describe("authorityWarning", () => {
  it("knows the national authorities, whatever the caller's list", () => {
    expect(authorityWarning("100000", 0, { regions: isKnownRegion })).toEqual([]);
    expect(authorityWarning("91100000", 2, { regions: isKnownRegion })).toEqual([]);
    expect(authorityWarning("110150", 0, { regions: isKnownRegion })).toHaveLength(1);
  });
});
