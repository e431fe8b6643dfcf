import type { RegionRecord } from "./region-records.ts";

/**
 * All records as text, one a line, cells parted by commas and empty ones at the end left out:
 *
 * 1. step from the code of the line before (empty for 1, 0 for another name of the same code);
 * 2. name;
 * 3. first year;
 * 4. year in which it went, "?" where no source tells the year, empty while in force;
 * 5. successors parted by ";", "@" and the year behind those of another year than the fourth cell;
 * 6. the only source that has this name: "a" for areacodes, "d" for data_location, empty where both have it.
 */
export function regionRows(records: readonly RegionRecord[]): string {
  let previous = 0;
  const row = (record: RegionRecord): string => {
    const step = Number(record.code) - previous;
    previous = Number(record.code);
    const cells = [
      step === 1 ? "" : step,
      record.name,
      record.from ?? "",
      record.until === "unknown" ? "?" : (record.until ?? ""),
      record.successors.map(({ code, year }) => (year === undefined ? code : `${code}@${year}`)).join(";"),
      record.sources === "both" ? "" : record.sources.charAt(0),
    ];
    return cells.join(",").replace(/,+$/, "");
  };
  return records.map(row).join("\n");
}
