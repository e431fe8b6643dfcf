import type { DeclaredItem } from "./manifest.ts";

/** Phrases that put off the question instead of answering it (PIPL 19; NDSR 21). */
const EVASIONS: readonly RegExp[] = [
  /^(?:for )?as long as (?:(?:it )?is )?(?:needed|necessary|required)\.?$/i,
  /^(?:long[- ]term|permanently|indefinitely|forever)\.?$/i,
  /^(?:长期|永久|一直|必要(?:的)?期限(?:内)?|实现目的所(?:必需|必要)的(?:最短)?(?:期限|时间)(?:内)?)。?$/,
];

/** Whether a row of the notice says how long: a number of days, or a rule that a person could apply. */
export function statesRetention({ retentionDays, retentionRule = "" }: DeclaredItem): boolean {
  if (retentionDays !== undefined && retentionDays >= 0) return true;
  const rule = retentionRule.trim();
  return rule !== "" && !EVASIONS.some((evasion) => evasion.test(rule));
}
