import type { Finding, Level } from "../finding.ts";

/** Findings for people: a line for what is wrong, a line for what to do, and a sum at the end. */
export function toReadable(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ file, line, column, level, ruleId, message, advice }) => [
    `${oneLine(file)}:${line}${column === undefined ? "" : `:${column}`} ${level} ${ruleId} ${oneLine(message)}`,
    `  ${oneLine(advice)}`,
  ]);
  return `${[...lines, sum(findings)].join("\n")}\n`;
}

function sum(findings: readonly Finding[]): string {
  const count = (level: Level): string => {
    const found = findings.filter((finding) => finding.level === level).length;
    return `${found} ${level}${found === 1 ? "" : "s"}`;
  };
  return `${count("error")}, ${count("warning")}, ${count("note")}`;
}

/** Names come from files: a control character in one must not reach the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "?");
}
