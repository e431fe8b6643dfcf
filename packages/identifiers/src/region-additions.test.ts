import { describe, expect, it } from "vitest";
import { addRegions } from "./region-additions.ts";
import type { NewRegion } from "./region-additions.ts";
import { isKnownRegion } from "./region-codes.ts";
import { region, regionHistory } from "./region.ts";

describe("addRegions", () => {
  it("makes a new code known, with its name and its place in the country", () => {
    addRegions([{ code: "130199", name: "某某区", from: 2027 }]);

    expect(isKnownRegion("130199")).toBe(true);
    expect(region("130199")).toMatchObject({
      name: "某某区",
      from: 2027,
      inForce: true,
      sources: ["caller"],
    });
    expect(region("130199")?.path.map(({ name }) => name)).toEqual(["河北省", "石家庄市", "某某区"]);
  });

  it("adds another name to a code that is there", () => {
    addRegions([{ code: "130503", name: "某新区", from: 2027 }]);

    expect(regionHistory("130503").map(({ name }) => name)).toEqual(["桥西区", "信都区", "某新区"]);
    expect(region("130503", { asOf: "2024-01-01" })?.name).toBe("信都区");
  });

  it("takes the place of a record with the same first year", () => {
    addRegions([{ code: "500105", name: "江北区", from: 1997, until: 2025, successors: ["500157"] }]);

    expect(regionHistory("500105")).toHaveLength(1);
    expect(region("500105")).toMatchObject({ until: 2025, successors: [{ code: "500157", year: 2025 }] });
  });

  it.each<[NewRegion, string, string]>([
    [{ code: "13019", name: "某某区" }, "REGION_CODE_MALFORMED", "code"],
    [{ code: "130198", name: " " }, "REGION_NAME_MALFORMED", "name"],
    [{ code: "130198", name: "某某区", from: 27 }, "REGION_YEAR_MALFORMED", "from"],
    [{ code: "130198", name: "某某区", from: 2027.5 }, "REGION_YEAR_MALFORMED", "from"],
    [{ code: "130198", name: "某某区", until: Number.NaN }, "REGION_YEAR_MALFORMED", "until"],
    [{ code: "130198", name: "某某区", from: 2027, until: 2027 }, "REGION_YEARS_DISORDERED", "until"],
    [{ code: "130198", name: "某某区", successors: ["13"] }, "REGION_CODE_MALFORMED", "successors"],
  ])("refuses what cannot be right, %#, and adds none", (wrong, code, field) => {
    expect(() => addRegions([{ code: "130197", name: "某某区" }, wrong])).toThrow(
      expect.objectContaining({ name: "RegionError", code, field }),
    );
    expect(isKnownRegion("130197")).toBe(false);
    expect(region("130197")).toBeUndefined();
  });
});
