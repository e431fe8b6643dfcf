import { addRegionCodes } from "./region-codes.ts";
import { RegionError } from "./region-error.ts";
import type { RegionField } from "./region-error.ts";
import { recordsByCode } from "./region-records.ts";
import type { RegionRecord } from "./region-records.ts";

/** A code that our data do not have yet, or another name of one. */
export interface NewRegion {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  /** First year; default unknown. */
  readonly from?: number;
  /** The year in which it went; default: in force. */
  readonly until?: number;
  /** Codes that took over; default none. */
  readonly successors?: readonly string[];
}

/**
 * Adds regions with their names, for as long as the process lives. The codes become known to `isKnownRegion` too.
 * A region with the code and first year of one that is there takes its place.
 *
 * @throws RegionError where one of them cannot be right; then none is added
 * @example
 * ```ts
 * import { addRegions, region } from "@shiming/identifiers/regions";
 *
 * addRegions([{ code: "653299", name: "某某县", from: 2027 }]);
 * region("653299")?.name; // "某某县"
 * ```
 */
export function addRegions(regions: Iterable<NewRegion>): void {
  const records = [...regions].map(recordOf);
  addRegionCodes(records.map(({ code }) => code));
  for (const record of records) {
    const others = (recordsByCode().get(record.code) ?? []).filter(({ from }) => from !== record.from);
    const oldestFirst = [...others, record].toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
    recordsByCode().set(record.code, oldestFirst);
  }
}

function recordOf({ code, name, from, until, successors = [] }: NewRegion): RegionRecord {
  if (!isCode(code)) throw new RegionError("REGION_CODE_MALFORMED", "code");
  if (typeof name !== "string" || name.trim() === "") throw new RegionError("REGION_NAME_MALFORMED", "name");
  assertYear(from, "from");
  assertYear(until, "until");
  if (until !== undefined && from !== undefined && until <= from) {
    throw new RegionError("REGION_YEARS_DISORDERED", "until");
  }
  if (!successors.every(isCode)) throw new RegionError("REGION_CODE_MALFORMED", "successors");
  return {
    code,
    name,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    inForce: until === undefined,
    successors: successors.map((successor) =>
      until === undefined ? { code: successor } : { code: successor, year: until },
    ),
    sources: ["caller"],
  };
}

function isCode(text: string): boolean {
  return typeof text === "string" && /^\d{6}$/.test(text);
}

function assertYear(year: number | undefined, field: RegionField): void {
  const isYear = year === undefined || (Number.isInteger(year) && year >= 1000 && year <= 9999);
  if (!isYear) throw new RegionError("REGION_YEAR_MALFORMED", field);
}
