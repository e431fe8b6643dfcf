import type { Scenarios } from "../scenario.ts";
import { DR_SCENARIOS } from "./dr.ts";
import { EX_SCENARIOS } from "./ex.ts";
import { GF_SCENARIOS } from "./gf.ts";
import { IC_SCENARIOS } from "./ic.ts";
import { MN_SCENARIOS } from "./mn.ts";

/** Every scenario of data/collection-rules.json. */
export const ALL_SCENARIOS: Scenarios = {
  ...IC_SCENARIOS,
  ...EX_SCENARIOS,
  ...MN_SCENARIOS,
  ...GF_SCENARIOS,
  ...DR_SCENARIOS,
};
