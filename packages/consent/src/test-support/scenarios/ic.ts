import type { Scenarios } from "../scenario.ts";
import { IC_1_2_SCENARIOS } from "./ic-1-2.ts";
import { IC_3_SCENARIOS } from "./ic-3.ts";
import { IC_4_SCENARIOS } from "./ic-4.ts";
import { IC_5_6_SCENARIOS } from "./ic-5-6.ts";

/** Scenarios of the 31 behaviours of the 2019 Method. */
export const IC_SCENARIOS: Scenarios = {
  ...IC_1_2_SCENARIOS,
  ...IC_3_SCENARIOS,
  ...IC_4_SCENARIOS,
  ...IC_5_6_SCENARIOS,
};
