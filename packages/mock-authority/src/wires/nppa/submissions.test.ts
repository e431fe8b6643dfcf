import { beforeEach, describe, expect, it } from "vitest";
import { createFixedClock } from "../../test-support/fixed-clock.ts";
import type { Verdict } from "./judge.ts";
import { createSubmissions } from "./submissions.ts";
import type { Submissions } from "./submissions.ts";

const LATE: Verdict = { final: { status: 0, pi: "p" }, afterMs: 1000 };
const NOW: Verdict = { final: { status: 2 }, afterMs: 0 };

let clock: ReturnType<typeof createFixedClock>;
let submissions: Submissions;
beforeEach(() => {
  clock = createFixedClock();
  submissions = createSubmissions(clock);
});

describe("a submission", () => {
  it("is pending until its answer is there", () => {
    expect(submissions.submit("a", LATE)).toEqual({ status: 1 });
    clock.advance(999);
    expect(submissions.query("a")).toEqual({ status: 1 });
    clock.advance(1);
    expect(submissions.query("a")).toEqual({ status: 0, pi: "p" });
  });

  it("is deleted 300 seconds after its answer was asked for the first time", () => {
    submissions.submit("a", NOW);
    clock.advance(48 * 3_600_000);
    expect(submissions.query("a")).toEqual({ status: 2 });
    clock.advance(299_999);
    expect(submissions.query("a")).toEqual({ status: 2 });
    clock.advance(1);
    expect(submissions.query("a")).toBeUndefined();
  });

  it("keeps its code in use until then", () => {
    submissions.submit("a", NOW);
    expect(submissions.submit("a", LATE)).toBeUndefined();
    submissions.query("a");
    expect(submissions.submit("a", LATE)).toBeUndefined();
    clock.advance(300_000);
    expect(submissions.submit("a", LATE)).toEqual({ status: 1 });
  });

  it("is known under its own code alone", () => {
    submissions.submit("a", NOW);
    expect(submissions.query("b")).toBeUndefined();
  });

  it("goes when ten thousand newer ones have come", () => {
    for (let count = 0; count <= 10_000; count += 1) submissions.submit(String(count), NOW);
    expect([submissions.query("0"), submissions.query("1")]).toEqual([undefined, { status: 2 }]);
  });
});
