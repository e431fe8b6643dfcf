import type { KnownField } from "@shiming/contract";
import type { OutcomeRow } from "@shiming/provider-kit";

/** The row of a code by which the vendor says that a value cannot be right. */
export function malformed(code: string, field: KnownField): OutcomeRow {
  return {
    code,
    meaning: `the ${field} is malformed`,
    outcome: "invalid",
    problems: [{ field, rule: "REJECTED_BY_AUTHORITY" }],
    charged: "no",
  };
}
