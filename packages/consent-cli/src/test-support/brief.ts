import type { Finding } from "../finding.ts";

/** Rule, level and subject: the parts that most tests are about. */
export function brief(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ ruleId, level, subject }) => `${ruleId} ${level} ${subject}`);
}
