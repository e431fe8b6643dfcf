import { describe, expect, it } from "vitest";
import { RecentLog } from "./recent-log.ts";

/** A log that holds the entries 1 to `count`, with gaps in the sequence as a store has them. */
function logOf(count: number, capacity: number): RecentLog {
  const log = new RecentLog(capacity);
  for (let index = 1; index <= count; index += 1) log.append({ value: `${index}`, sequence: index * 10 });
  return log;
}

const values = (log: RecentLog, after = 0, limit = 100): readonly string[] =>
  log.read(after, limit).map(({ value }) => value);

describe("RecentLog", () => {
  it.each([0, 1, 3, 4, 5, 6, 7, 12])("of capacity 3 tells the newest 3 of %d", (count) => {
    const newest = Array.from({ length: count }, (_, index) => `${index + 1}`).slice(-3);

    expect(values(logOf(count, 3))).toEqual(newest);
  });

  it("reads after a number that it has, that lies in a gap, and that it has let go", () => {
    const log = logOf(7, 3);

    expect(values(log, 60)).toEqual(["7"]);
    expect(values(log, 65)).toEqual(["7"]);
    expect(values(log, 10)).toEqual(["5", "6", "7"]);
    expect(values(log, 70)).toEqual([]);
  });

  it("reads no more than the limit", () => {
    expect(values(logOf(7, 3), 0, 2)).toEqual(["5", "6"]);
  });

  it.each([3, 4, 5, 6, 7])("tells the same as before when the last of %d is taken back", (count) => {
    const log = logOf(count, 3);
    const before = values(log);
    log.append({ value: "undone", sequence: 1000 });
    log.takeBack();

    expect(values(log)).toEqual(before);
  });
});
