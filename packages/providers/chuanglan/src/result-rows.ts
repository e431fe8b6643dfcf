import type { KnownField } from "@shiming/contract";
import type { OutcomeRow, ResultRow } from "@shiming/provider-kit";

/** What the four results mean in every action that has them. */
export const RESULT_ROWS: readonly ResultRow[] = [
  { code: "01", meaning: "they match", outcome: "match", charged: "yes" },
  { code: "02", meaning: "they do not match", outcome: "mismatch", charged: "yes" },
  { code: "03", meaning: "undetermined: not in the store", outcome: "no-record", charged: "no" },
  { code: "04", meaning: "the check failed", error: "UNAVAILABLE", charged: "no" },
];

/** Result 02 with a `detail`, which the detailed actions have. */
export const detailRow = (code: string, meaning: string, fields?: readonly KnownField[]): OutcomeRow => ({
  code: `02/${code}`,
  meaning,
  outcome: "mismatch",
  charged: "yes",
  ...(fields && { fields }),
});
