import { REGION_ROWS } from "./generated/regions.ts";

/** Who says that a code has a name. */
export type RegionSource = "areacodes" | "data_location" | "caller";

/** A code that took over, as a whole or in part. */
export interface RegionSuccessor {
  readonly code: string;
  /** When; absent where no source tells. */
  readonly year?: number;
}

/** One name of one code, and the years in which it held. */
export interface RegionRecord {
  readonly code: string;
  readonly name: string;
  /** First year, 1981 also for what is older; absent where no source tells. */
  readonly from?: number;
  /** The year in which the name or the code went; absent while in force, or where no source tells. */
  readonly until?: number;
  /** Whether it is in force by our data. */
  readonly inForce: boolean;
  /** Other codes that took over. A new name of the same code is a record of its own instead. */
  readonly successors: readonly RegionSuccessor[];
  readonly sources: readonly RegionSource[];
}

const SOURCES: Readonly<Record<string, readonly RegionSource[]>> = {
  "": ["areacodes", "data_location"],
  a: ["areacodes"],
  d: ["data_location"],
};

let byCode: Map<string, readonly RegionRecord[]> | undefined;

/** The records of each code, oldest first. Read on first use. */
export function recordsByCode(): Map<string, readonly RegionRecord[]> {
  return (byCode ??= Map.groupBy(decode(REGION_ROWS), ({ code }) => code));
}

/** Reads what scripts/region-rows.ts wrote; the form is described there. */
function decode(rows: string): RegionRecord[] {
  let number = 0;
  return rows.split("\n").map((row) => {
    const [step = "", name = "", from = "", until = "", successors = "", source = ""] = row.split(",");
    number += step === "" ? 1 : Number(step);
    const last = until === "" || until === "?" ? undefined : Number(until);
    return {
      code: String(number),
      name,
      ...(from !== "" && { from: Number(from) }),
      ...(last !== undefined && { until: last }),
      inForce: until === "",
      successors: successors === "" ? [] : successors.split(";").map((text) => successor(text, last)),
      sources: SOURCES[source] ?? [],
    };
  });
}

function successor(text: string, until: number | undefined): RegionSuccessor {
  const [code = "", own] = text.split("@");
  const year = own === undefined ? until : Number(own);
  return year === undefined ? { code } : { code, year };
}
