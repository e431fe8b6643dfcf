import type { Scenarios } from "../scenario.ts";
import { EX_CONSENT_SCENARIOS } from "./ex-consent.ts";
import { EX_IDENTITY_SCENARIOS } from "./ex-identity.ts";
import { EX_KEEPING_SCENARIOS } from "./ex-keeping.ts";
import { EX_RECIPIENTS_SCENARIOS } from "./ex-recipients.ts";

/** Every entry of `tests` of group EX. */
export const EX_SCENARIOS: Scenarios = {
  ...EX_CONSENT_SCENARIOS,
  ...EX_RECIPIENTS_SCENARIOS,
  ...EX_KEEPING_SCENARIOS,
  ...EX_IDENTITY_SCENARIOS,
};
