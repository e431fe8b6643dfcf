import { readCivilDate, yearOf } from "./civil-date.ts";
import { recordsByCode } from "./region-records.ts";
import type { RegionRecord } from "./region-records.ts";

/** What kind of division a code stands for, by its zeros. */
export type RegionLevel = "province" | "prefecture" | "county";

/** A code with the name of its place. */
export interface RegionName {
  readonly code: string;
  readonly name: string;
}

/** What a code stands for, or stood for. */
export interface Region extends RegionRecord {
  readonly level: RegionLevel;
  /** From the province down to the region itself, under the names of that time. */
  readonly path: readonly RegionName[];
}

/** Which time to ask about. */
export interface RegionOptions {
  /** A civil day, "YYYY-MM-DD"; default: the newest name. Our data know years: it is the end of that year that counts. */
  readonly asOf?: string | undefined;
}

/**
 * What a six-digit code stands for (GB/T 2260), in force or abolished; undefined where we do not know it.
 *
 * A code can have had several names, and be given to another place later. `asOf` chooses among them: the name that
 * held at the end of that year, or else the last one before it, or else the first one. Names by year are
 * best-effort: good tables disagree about a few. For the region in a resident ID do not ask as of the birth date:
 * the code is that of the registered residence on the day the number was given.
 *
 * @throws CivilDateError where `asOf` is not a real date
 * @example
 * ```ts
 * import { region } from "@shiming/identifiers/regions";
 *
 * region("110105")?.path.map(({ name }) => name).join(""); // "北京市朝阳区"
 * region("440524")?.successors; // [{ code: "440582", year: 1993 }]
 * region("130502", { asOf: "2000-01-01" })?.name; // "桥东区"
 * ```
 */
export function region(code: string, options?: RegionOptions): Region | undefined {
  const year = yearAsked(options);
  const records = recordsByCode().get(code) ?? [];
  const record = year === undefined ? records.at(-1) : heldIn(records, year);
  return record && whole(record, year);
}

/**
 * Every name that a code has had, oldest first; none where we do not know it.
 *
 * @example
 * ```ts
 * import { regionHistory } from "@shiming/identifiers/regions";
 *
 * regionHistory("130502").map(({ name, until }) => [name, until]); // [["桥东区", 2020], ["襄都区", undefined]]
 * ```
 */
export function regionHistory(code: string): readonly Region[] {
  return (recordsByCode().get(code) ?? []).map((record) => whole(record, undefined));
}

function yearAsked(options: RegionOptions | undefined): number | undefined {
  if (options?.asOf === undefined) return undefined;
  return yearOf(readCivilDate(options.asOf, "asOf"));
}

function heldIn(records: readonly RegionRecord[], year: number): RegionRecord | undefined {
  return records.findLast(({ from = 0 }) => from <= year) ?? records[0];
}

function whole(record: RegionRecord, asOf: number | undefined): Region {
  return { ...record, level: levelOf(record.code), path: pathOf(record, asOf) };
}

function levelOf(code: string): RegionLevel {
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "prefecture" : "county";
}

/** The divisions above are those of the year asked about, held within the years of the record itself. */
function pathOf(record: RegionRecord, asOf: number = Infinity): readonly RegionName[] {
  const { code, name, from = 0, until = Infinity } = record;
  const year = Math.max(from, Math.min(asOf, until - 1));
  const path: RegionName[] = [];
  for (const parent of [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]) {
    const held = heldIn(recordsByCode().get(parent) ?? [], year);
    const isAbove = held !== undefined && parent !== code && parent !== path[0]?.code;
    if (isAbove && !isGrouping(held.name, path[0]?.name)) path.push({ code: parent, name: held.name });
  }
  return [...path, { code, name }];
}

/** Codes that gather what a province runs itself, and are no place: 市辖区, 省直辖行政单位, or the province's own name. */
function isGrouping(name: string, province: string | undefined): boolean {
  return name === "市辖区" || name === province || name.includes("直辖");
}
