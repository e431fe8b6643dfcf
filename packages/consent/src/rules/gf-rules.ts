/** Engineering practice, learned from failures: GF-01 to GF-15. Not law. */
import { GF_GATE } from "./gf-gate.ts";
import { GF_READS } from "./gf-reads.ts";
import { GF_SERVICE } from "./gf-service.ts";
import { GF_START } from "./gf-start.ts";
import { GF_VALUES } from "./gf-values.ts";
import type { Rule } from "./model.ts";

/** Every rule of group GF, in the order of their ids. */
export const GF_RULES: readonly Rule[] = [
  ...GF_START,
  ...GF_READS,
  ...GF_GATE,
  ...GF_SERVICE,
  ...GF_VALUES,
].toSorted((one, other) => one.id.localeCompare(other.id));
