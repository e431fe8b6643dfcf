import { describe, expect, it } from "vitest";
import { GroupCommit } from "./group-commit.ts";

/** Doubles every number, and notes which numbers came together. */
function doubling(): { group: GroupCommit<number, number>; groups: number[][] } {
  const groups: number[][] = [];
  const group = new GroupCommit<number, number>((jobs) => {
    groups.push([...jobs]);
    return jobs.map((job) => job * 2);
  });
  return { group, groups };
}

describe("GroupCommit", () => {
  it("runs the jobs of one turn together and answers each", async () => {
    const { group, groups } = doubling();

    expect(await Promise.all([group.add(1), group.add(2), group.add(3)])).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it("takes in what is added while promises settle in the same turn", async () => {
    const { group, groups } = doubling();
    const later = Promise.resolve().then(() => group.add(2));
    await Promise.all([group.add(1), later]);

    expect(groups).toEqual([[1, 2]]);
  });

  it("runs what comes in a later turn by itself", async () => {
    const { group, groups } = doubling();
    await group.add(1);
    await group.add(2);

    expect(groups).toEqual([[1], [2]]);
  });

  it("splits what is too much for one group, in order", async () => {
    const { group, groups } = doubling();
    const jobs = Array.from({ length: 2500 }, (_, index) => index);
    await Promise.all(jobs.map((job) => group.add(job)));

    expect(groups.map(({ length }) => length)).toEqual([1000, 1000, 500]);
    expect(groups.flat()).toEqual(jobs);
  });

  it("rejects every job of a group that failed, and goes on with the next", async () => {
    let fail = true;
    const group = new GroupCommit<number, number>((jobs) => {
      if (fail) throw new RangeError("disk full");
      return jobs;
    });
    const both = await Promise.allSettled([group.add(1), group.add(2)]);
    fail = false;

    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await group.add(3)).toBe(3);
  });

  it("runs what waits at once when it is flushed, and only then", async () => {
    const { group, groups } = doubling();
    const waiting = group.add(1);
    expect(groups).toEqual([]);
    group.flush();

    expect(groups).toEqual([[1]]);
    expect(await waiting).toBe(2);
    expect(await group.add(2)).toBe(4);
    expect(groups).toEqual([[1], [2]]);
  });
});
