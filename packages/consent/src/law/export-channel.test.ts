import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXEMPT_CASES, exportChannel } from "./export-channel.ts";

const EXEMPT = ["exempt"];
const CONTRACT = ["standard-contract", "certification"];
const ASSESSMENT = ["security-assessment"];
const rank = (mechanisms: readonly string[]): number =>
  [EXEMPT, CONTRACT, ASSESSMENT].findIndex(([first]) => first === mechanisms[0]);

describe("exportChannel", () => {
  it.each([
    [0, 0, EXEMPT],
    [99_999, 0, EXEMPT],
    [100_000, 0, CONTRACT],
    [0, 1, CONTRACT],
    [999_999, 9_999, CONTRACT],
    [1_000_000, 0, ASSESSMENT],
    [0, 10_000, ASSESSMENT],
  ])("of %d persons with ordinary and %d with sensitive data", (ordinary, sensitive, mechanisms) => {
    expect(exportChannel({ ordinary, sensitive })).toEqual(mechanisms);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("needs the assessment for a count of %d", (count) => {
    expect(exportChannel({ ordinary: count, sensitive: 0 })).toEqual(ASSESSMENT);
    expect(exportChannel({ ordinary: 0, sensitive: count })).toEqual(ASSESSMENT);
  });

  it("needs the assessment for critical infrastructure and for important data, whatever the count", () => {
    const none = { ordinary: 0, sensitive: 0 };
    expect(exportChannel(none, { criticalInfrastructure: true })).toEqual(ASSESSMENT);
    expect(exportChannel(none, { importantData: true, exemptCase: "emergency" })).toEqual(ASSESSMENT);
  });

  it.each(EXEMPT_CASES)("needs no channel in the case %s", (exemptCase) => {
    const many = { ordinary: 5_000_000, sensitive: 5_000_000 };
    expect(exportChannel(many, { exemptCase })).toEqual(EXEMPT);
    expect(exportChannel(many, { exemptCase, criticalInfrastructure: true })).toEqual(EXEMPT);
  });

  it("takes a case that it does not know for none", () => {
    expect(exportChannel({ ordinary: 0, sensitive: 1 }, { exemptCase: "any" as never })).toEqual(CONTRACT);
  });

  it("never gets easier with more persons", () => {
    const more = fc.nat(2_000_000);
    fc.assert(
      fc.property(more, more, more, (ordinary, sensitive, further) => {
        const now = rank(exportChannel({ ordinary, sensitive }));
        expect(rank(exportChannel({ ordinary: ordinary + further, sensitive }))).toBeGreaterThanOrEqual(now);
        expect(rank(exportChannel({ ordinary, sensitive: sensitive + further }))).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
