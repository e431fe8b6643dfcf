export { dataVersion } from "./generated/regions.ts";
export { region, regionHistory } from "./region.ts";
export type { Region, RegionLevel, RegionName, RegionOptions } from "./region.ts";
export { addRegions } from "./region-additions.ts";
export type { NewRegion } from "./region-additions.ts";
export type { RegionRecord, RegionSource, RegionSuccessor } from "./region-records.ts";
