import type { Finding } from "../finding.ts";

/** Findings for programs: `{ findings, errors }`. */
export function toJson(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === "error").length;
  return `${JSON.stringify({ findings, errors }, undefined, 2)}\n`;
}
