import { describe, expect, it } from "vitest";
import { type LoggedAct, missingActs } from "./missing-acts.ts";

const yes: LoggedAct = { id: "yes", event: "given", hash: "hash-of-yes" };
const no: LoggedAct = { id: "no", event: "withdrawn", hash: "hash-of-no", previous: "hash-of-yes" };
const acknowledged = { recorded: new Set(["yes"]), withdrawn: new Set(["yes"]) };
const missing = (...log: readonly LoggedAct[]) => missingActs(acknowledged, log);

describe("what was acknowledged", () => {
  it("is all there when the log holds the record and its withdrawal after it", () => {
    expect(missing(yes, no)).toEqual({ recorded: [], withdrawn: [] });
  });

  it.each([
    ["is not in the log", [yes]],
    ["is about another record", [yes, { ...no, previous: "hash-of-another" }]],
    ["comes before its record", [no, yes]],
    ["is no withdrawal", [yes, { ...no, event: "refused" as const }]],
  ])("is missed when the withdrawal %s", (_what, log) => {
    expect(missing(...log)).toEqual({ recorded: [], withdrawn: ["yes"] });
  });

  it("is missed when the record is not in the log", () => {
    expect(missing(no)).toEqual({ recorded: ["yes"], withdrawn: ["yes"] });
  });
});
