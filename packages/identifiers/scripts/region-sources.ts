/**
 * Reads what is known of the administrative divisions of China from public data sets of facts:
 *
 * - `areacodes.csv`: yescallop/areacodes (CC0 1.0), codes of 1981 to 2024 with years and successors;
 * - `division-list.json` and `division-history.json`: mumuy/data_location (MIT), current codes and the widest union of
 *   past ones, without years.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One row of areacodes: a name a code had, and when. */
export interface AreaRow {
  readonly code: string;
  readonly name: string;
  /** First year. */
  readonly from: number;
  /** Year in which the name or the code went; absent while in use. */
  readonly until?: number;
  /** As written in the source: "130102;130104[2001]". */
  readonly successors: string;
}

export interface RegionSources {
  readonly areas: readonly AreaRow[];
  /** Names of current codes. */
  readonly list: Readonly<Record<string, string>>;
  /** Names of all codes, past ones among them. */
  readonly history: Readonly<Record<string, string>>;
}

const HONG_KONG_MACAU_TAIWAN = /^(?:71|81|82|83)/;

export function readRegionSources(folder: string): RegionSources {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, "");
  // Flat objects from code to name; `keep` reads nothing else of them.
  const names = (file: string): Record<string, string> =>
    keep(JSON.parse(read(file)) as Record<string, string>);
  const [, ...lines] = read("areacodes.csv").trim().split(/\r?\n/);
  return {
    areas: lines.map(area),
    list: names("division-list.json"),
    history: names("division-history.json"),
  };
}

function keep(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).filter(([code]) => isReal(code)));
}

/** The counties of Hong Kong, Macau and Taiwan in data_location are of its own making: no card has them. */
function isReal(code: string): boolean {
  return /^\d{6}$/.test(code) && (code.endsWith("0000") || !HONG_KONG_MACAU_TAIWAN.test(code));
}

function area(line: string): AreaRow {
  const [code = "", , , name = "", , , from = "", until = "", successors = ""] = line.split(",");
  const row = { code, name, from: Number(from), successors };
  return until === "" ? row : { ...row, until: Number(until) };
}
