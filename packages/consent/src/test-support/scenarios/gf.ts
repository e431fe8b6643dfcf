import type { Scenarios } from "../scenario.ts";
import { GF_DEVICE_SCENARIOS } from "./gf-device.ts";
import { GF_GATE_SCENARIOS } from "./gf-gate.ts";

/** Every entry of `tests` of group GF. What needs adapters and engine is in test/collection-rules as well. */
export const GF_SCENARIOS: Scenarios = { ...GF_DEVICE_SCENARIOS, ...GF_GATE_SCENARIOS };
