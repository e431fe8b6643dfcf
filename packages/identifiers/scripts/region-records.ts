import type { AreaRow, RegionSources } from "./region-sources.ts";

/** One name of one code, as far as the sources tell. */
export interface RegionRecord {
  readonly code: string;
  readonly name: string;
  /** First year; absent where no source tells. */
  readonly from?: number;
  /** Year in which it went; "unknown" where no source tells the year; absent while in force. */
  readonly until?: number | "unknown";
  readonly successors: readonly Successor[];
  /** Which sources have the code under this name. */
  readonly sources: "both" | "areacodes" | "data_location";
}

interface Successor {
  readonly code: string;
  /** Absent where it is the year in which the record ends. */
  readonly year?: number;
}

/** Taiwan Province has the code 710000 in GB/T 2260 and 830000 on permits; the list of data_location knows one of them. */
const NOT_JUDGED_BY_LIST: ReadonlySet<string> = new Set(["710000"]);

/** All records, by code and then by year: areacodes first, and what only data_location has. */
export function regionRecords({ areas, list, history }: RegionSources): readonly RegionRecord[] {
  const dated = [...Map.groupBy(areas, ({ code }) => code).values()].flatMap((rows) => {
    const oldestFirst = rows.toSorted((a, b) => a.from - b.from);
    return joined(oldestFirst).map((row) => record(row, { list, history }));
  });
  const have = new Set(areas.map(({ code }) => code));
  const undated = Object.entries({ ...history, ...list })
    .filter(([code]) => !have.has(code))
    .map(([code, name]): RegionRecord => {
      const known = { code, name, successors: [], sources: "data_location" } as const;
      return code in list || code === "830000" ? known : { ...known, until: "unknown" };
    });
  return [...dated, ...undated].toSorted((a, b) => Number(a.code) - Number(b.code));
}

/** The source starts a new row where only the prefecture above was renamed; the name of the code went on. */
function joined(rows: readonly AreaRow[]): readonly AreaRow[] {
  const found: AreaRow[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last === undefined || last.name !== row.name || last.until !== row.from) found.push(row);
    else
      found[found.length - 1] = {
        ...row,
        from: last.from,
        successors: `${last.successors};${row.successors}`,
      };
  }
  return found;
}

function record(row: AreaRow, { list, history }: Pick<RegionSources, "list" | "history">): RegionRecord {
  const { code, name, from } = row;
  const isGone = !NOT_JUDGED_BY_LIST.has(code) && !(code in list);
  const until = row.until ?? (isGone ? "unknown" : undefined);
  return {
    code,
    name,
    from,
    ...(until !== undefined && { until }),
    successors: successors(row),
    sources: list[code] === name || history[code] === name ? "both" : "areacodes",
  };
}

/** "130102;130104[2001]": the year stands behind a code that took over at another time than the end of the row. */
function successors({ code, until, successors: written }: AreaRow): readonly Successor[] {
  const found = [...written.matchAll(/(\d{6})(?:\[(\d{4})\])?/g)].map(
    ([, successor = "", year]): Successor => {
      const isOwnYear = year === undefined || Number(year) === until;
      return isOwnYear ? { code: successor } : { code: successor, year: Number(year) };
    },
  );
  // A renamed code is written as its own successor.
  return found.filter((successor) => successor.code !== code);
}
