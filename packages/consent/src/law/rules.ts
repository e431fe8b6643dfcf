import type { LawRule } from "./rule.ts";
import { AFTERWARDS_RULES } from "./rules-afterwards.ts";
import { CONSENT_RULES } from "./rules-consent.ts";
import { OPERATION_RULES } from "./rules-operation.ts";
import { REAL_NAME_RULES } from "./rules-real-name.ts";
import { RECIPIENT_RULES } from "./rules-recipient.ts";

/** All rules in the order of their numbers. */
export const LAW_RULES: readonly LawRule[] = [
  ...CONSENT_RULES,
  ...RECIPIENT_RULES,
  ...OPERATION_RULES,
  ...AFTERWARDS_RULES,
  ...REAL_NAME_RULES,
].toSorted((one, other) => (one.id < other.id ? -1 : 1));
