import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Finding } from "../finding.ts";
import { type RuleId, RULES } from "../rules.ts";

/** A rule as SARIF 2.1.0 describes it (3.49). */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
}

/** A result as SARIF 2.1.0 describes it (3.27). */
export interface SarifResult {
  readonly ruleId: string;
  /** Index into the rules of the same run. */
  readonly ruleIndex: number;
  readonly level: "error" | "warning" | "note";
  readonly message: { readonly text: string };
  readonly locations: [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number; readonly startColumn?: number };
      };
    },
  ];
  /** The same for the same finding when lines move. */
  readonly partialFingerprints: { readonly "shimingConsent/v1": string };
}

/** A log file of one run, SARIF 2.1.0 (OASIS Standard, 2020-03-27). */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: [
    {
      readonly tool: { readonly driver: { readonly name: string; readonly rules: SarifRule[] } };
      readonly columnKind: "utf16CodeUnits";
      readonly results: SarifResult[];
    },
  ];
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Findings as a SARIF log, for code hosts that show them beside the lines. */
export function toSarif(findings: readonly Finding[]): SarifLog {
  const ids = [...new Set(findings.map(({ ruleId }) => ruleId))].toSorted();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const fingerprint = fingerprints();
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "shiming-consent", rules: ids.map(toRule) } },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => ({
          ruleId: finding.ruleId,
          ruleIndex: indexes.get(finding.ruleId) ?? -1,
          level: finding.level,
          message: { text: `${finding.message}. ${finding.advice}` },
          locations: [{ physicalLocation: locationOf(finding) }],
          partialFingerprints: { "shimingConsent/v1": fingerprint(finding) },
        })),
      },
    ],
  };
}

function toRule(id: RuleId): SarifRule {
  const { title, source } = RULES[id];
  return { id, shortDescription: { text: title }, fullDescription: { text: `${title} (${source}).` } };
}

function locationOf({ file, line, column }: Finding): SarifResult["locations"][0]["physicalLocation"] {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
  };
}

/** Relative as it was given, so that a code host finds it from the root of the repository (3.4.3: a valid URI). */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  const parts = file
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .split("/");
  return parts.map(encodeURIComponent).join("/");
}

/** Rule, file, subject and message, and which of several that are the same. Never the line. */
function fingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ ruleId, file, subject, message }) => {
    const text = JSON.stringify([ruleId, uriOf(file), subject, message]);
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return createHash("sha256").update(`${text}#${nth}`).digest("hex").slice(0, 32);
  };
}
