import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { checkDeclarations } from "../check/check.ts";
import type { Finding } from "../finding.ts";
import { RULES } from "../rules.ts";
import { config } from "../test-support/app.ts";
import { fixture } from "../test-support/fixture.ts";
import { toSarif } from "./sarif.ts";

const findings = checkDeclarations({
  config: config(),
  declarations: ["bad/AndroidManifest.xml", "bad/Info.plist", "bad/app.json"].map(fixture),
});

const finding: Finding = {
  ruleId: "IC-4-1",
  level: "error",
  file: "AndroidManifest.xml",
  line: 3,
  column: 5,
  subject: "a.B",
  message: "m",
  advice: "Do it.",
};

const fingerprint = (changes: Partial<Finding>): string | undefined =>
  toSarif([{ ...finding, ...changes }]).runs[0].results[0]?.partialFingerprints["shimingConsent/v1"];

describe("toSarif", () => {
  it("is a SARIF 2.1.0 log, in its types and as JSON", () => {
    // The types that DefinitelyTyped keeps for the standard's schema.
    const log: Log = toSarif(findings);
    expect(JSON.parse(JSON.stringify(log))).toEqual(log);
    expect(log).toMatchObject({
      version: "2.1.0",
      runs: [{ tool: { driver: { name: "shiming-consent" } } }],
    });
    expect(log.$schema).toMatch(/^https:\/\/.*sarif-schema-2\.1\.0\.json$/);
  });

  it("has what the schema requires of every result", () => {
    const [{ tool, results }] = toSarif(findings).runs;
    expect(results).toHaveLength(findings.length);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(["error", "warning", "note"]).toContain(level);
      expect(message.text).not.toBe("");
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(() => new URL(artifactLocation.uri, "https://base.example/")).not.toThrow();
      expect(region.startLine).toBeGreaterThanOrEqual(1);
      expect(region.startColumn ?? 1).toBeGreaterThanOrEqual(1);
    }
  });

  it("describes each rule that fired once, with its source", () => {
    const { rules } = toSarif(findings).runs[0].tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([...new Set(findings.map(({ ruleId }) => ruleId))].toSorted());
    for (const { id, shortDescription, fullDescription } of rules) {
      expect(RULES).toHaveProperty([id, "title"], shortDescription.text);
      expect(fullDescription.text).toContain("(");
    }
  });

  it("is valid without a finding", () => {
    expect(toSarif([]).runs[0]).toMatchObject({ tool: { driver: { rules: [] } }, results: [] });
  });

  it("keeps the fingerprint when lines move, and changes it with what it is about", () => {
    expect(fingerprint({ line: 30, column: 1 })).toBe(fingerprint({}));
    for (const changes of [{ file: "x.xml" }, { subject: "a.C" }, { ruleId: "GF-10" }] as const) {
      expect(fingerprint(changes)).not.toBe(fingerprint({}));
    }
  });

  it("tells two findings apart that are the same but for their line", () => {
    const { results } = toSarif([finding, { ...finding, line: 9 }]).runs[0];
    expect(new Set(results.map((one) => one.partialFingerprints["shimingConsent/v1"])).size).toBe(2);
  });

  it.each([
    ["./app/src/AndroidManifest.xml", "app/src/AndroidManifest.xml"],
    ["app\\src\\AndroidManifest.xml", "app/src/AndroidManifest.xml"],
    ["my app/100%/应用.plist", "my%20app/100%25/%E5%BA%94%E7%94%A8.plist"],
    ["/repo/Info.plist", "file:///repo/Info.plist"],
  ])("writes %s as the URI %s", (file, uri) => {
    const [result] = toSarif([{ ...finding, file }]).runs[0].results;
    expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });
});
