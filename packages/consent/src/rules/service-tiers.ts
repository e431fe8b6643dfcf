import type { RuleContext } from "./model.ts";

/** Whether what people get depends on how they verify. A way without a tier differs from one that has one. */
export function hasUnequalTiers(methods: readonly string[], { manifest }: RuleContext): boolean {
  const tiers = manifest?.realName?.tiers;
  return tiers !== undefined && new Set(methods.map((method) => tiers[method])).size > 1;
}
