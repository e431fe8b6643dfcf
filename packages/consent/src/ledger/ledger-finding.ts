import type { LineFault } from "./ledger-line.ts";

/** What can be wrong with a ledger. */
export type LedgerFault =
  | LineFault
  | "receipt-key"
  | "receipt-signature"
  | "record-previous"
  | "record-entry"
  | "place-entry"
  | "entry-without-line"
  | "head-missing"
  | "head-malformed"
  | "head-key"
  | "head-signature"
  | "head-differs"
  | "line-after-head"
  | "lines-missing"
  | "known-head";

/** Where a ledger is broken, and how. Holds no value: keys are made of ids and blind indexes. */
export interface LedgerFinding {
  /** Number of the line, from 1; 0 where it is about no line. */
  readonly at: number;
  /** Of that line in the log of the store; undefined where there is no such line. */
  readonly sequence: number | undefined;
  readonly reason: LedgerFault;
  /** The key of the store entry that it is about. */
  readonly entry?: string;
}

/** One sentence for each, for people. */
export const LEDGER_FAULTS: Readonly<Record<LedgerFault, string>> = {
  "line-malformed": "is no line of a ledger, or not as it was written",
  "line-number": "does not have the number that comes next",
  "line-previous": "does not name the line before it",
  "line-app": "is of another app",
  "record-hash": "holds a record that is not the one its hash was made of",
  "receipt-malformed": "holds no receipt, or none in its one canonical form",
  "receipt-claims": "holds a receipt of another record",
  "receipt-key": "holds a receipt signed with a key that is not in the key set",
  "receipt-signature": "holds a receipt whose signature does not hold",
  "record-previous": "does not name the same person's record before it",
  "record-entry": "is not found by its record id",
  "place-entry": "is the latest of a person and purpose, but the store says otherwise",
  "entry-without-line": "an entry of the store is accounted for by no line",
  "head-missing": "the signed head is missing",
  "head-malformed": "the head is none, or not in its one canonical form",
  "head-key": "the head is signed with a key that is not in the key set",
  "head-signature": "the signature of the head does not hold",
  "head-differs": "is not the last line that the head was signed for",
  "line-after-head": "comes after the last line that the head was signed for",
  "lines-missing": "is missing, and so is all that the head says came after it",
  "known-head": "is not the line that was noted earlier: the ledger was replaced by another or an older one",
};
