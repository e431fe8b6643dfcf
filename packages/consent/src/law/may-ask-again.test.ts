import { describe, expect, it } from "vitest";
import { mayAskAgain } from "./may-ask-again.ts";

const HOUR = 3_600_000;
const lastAskedAt = Date.parse("2026-11-20T08:00:00Z");
const after = (hours: number) => ({ lastAskedAt, now: lastAskedAt + hours * HOUR });

describe("mayAskAgain", () => {
  it("says no before 48 hours have passed, and yes from then on", () => {
    expect(mayAskAgain({ lastAskedAt, now: lastAskedAt + 48 * HOUR - 1 })).toEqual({
      allowed: false,
      code: "REASK_TOO_SOON",
      ruleId: "CR-21",
      message: "the person has refused and is not to be asked again yet (NDSR 22(5))",
      fields: [],
    });
    expect(mayAskAgain(after(48)).allowed).toBe(true);
  });

  it("says yes once each time the person starts the function", () => {
    expect(mayAskAgain({ ...after(1), startedByPerson: true }).allowed).toBe(true);
    expect(mayAskAgain({ ...after(1), startedByPerson: true, askedForThisStart: 1 }).allowed).toBe(false);
  });

  it("waits for the person in the cautious profile", () => {
    expect(mayAskAgain({ ...after(1000), profile: "cautious" }).allowed).toBe(false);
    expect(mayAskAgain({ ...after(1), profile: "cautious", startedByPerson: true }).allowed).toBe(true);
    expect(mayAskAgain({ ...after(49), profile: "draft" }).allowed).toBe(true);
  });

  it.each([after(-100).now, Number.NaN])("says no when the clock says %d", (now) => {
    expect(mayAskAgain({ lastAskedAt, now }).allowed).toBe(false);
  });
});
