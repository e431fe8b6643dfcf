import type { ResultRow } from "@shiming/provider-kit";

/**
 * What the parts come to, in words of ours: these actions have no result of their own. The vendor prints an example
 * of a company it could not verify and charged all the same, so without a `chargeStatus` nobody knows.
 */
export const PART_ROWS: readonly ResultRow[] = [
  { code: "agrees", meaning: "every part agrees", outcome: "match", charged: "yes" },
  { code: "differs", meaning: "a part differs", outcome: "mismatch", charged: "yes" },
  {
    code: "unverifiable",
    meaning: "no part differs, and one cannot be verified",
    outcome: "no-record",
    charged: "unknown",
  },
];
