import { DR_RULES } from "./dr-drafts.ts";
import { EX_RULES } from "./ex-rules.ts";
import { GF_RULES } from "./gf-rules.ts";
import { IC_1_RULES } from "./ic-1-published.ts";
import { IC_2_RULES } from "./ic-2-stated.ts";
import { IC_3_ACT_RULES } from "./ic-3-act.ts";
import { IC_3_CONSENT_RULES } from "./ic-3-consent.ts";
import { IC_3_KEPT_RULES } from "./ic-3-kept.ts";
import { IC_4_NECESSARY_RULES } from "./ic-4-necessary.ts";
import { IC_4_VOLUNTARY_RULES } from "./ic-4-voluntary.ts";
import { IC_5_RULES } from "./ic-5-shared.ts";
import { IC_6_RULES } from "./ic-6-rights.ts";
import { MN_RULES } from "./mn-rules.ts";
import type { Rule } from "./model.ts";

const UNORDERED: readonly Rule[] = [
  ...IC_1_RULES,
  ...IC_2_RULES,
  ...IC_3_CONSENT_RULES,
  ...IC_3_ACT_RULES,
  ...IC_3_KEPT_RULES,
  ...IC_4_NECESSARY_RULES,
  ...IC_4_VOLUNTARY_RULES,
  ...IC_5_RULES,
  ...IC_6_RULES,
  ...EX_RULES,
  ...MN_RULES,
  ...GF_RULES,
  ...DR_RULES,
];

/** `evaluationOrder` of the data file, steps 2 to 6, by how an id starts. What is in none of them comes last. */
const STEPS: readonly (readonly string[])[] = [
  ["IC-1-", "IC-2-"],
  ["IC-4-"],
  ["IC-3-", "EX-01", "EX-02", "EX-05"],
  ["IC-5-", "EX-03", "EX-04", "EX-17"],
  ["EX-09", "EX-10", "EX-11", "EX-12", "EX-13"],
];

function stepOf({ id }: Rule): number {
  const step = STEPS.findIndex((starts) => starts.some((start) => id.startsWith(start)));
  return step === -1 ? STEPS.length : step;
}

/** Every rule, in the order in which an event meets them. */
export const ALL_RULES: readonly Rule[] = UNORDERED.toSorted((one, other) => stepOf(one) - stepOf(other));
