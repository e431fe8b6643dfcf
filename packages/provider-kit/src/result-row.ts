import type {
  Charge,
  Field,
  FinalProviderErrorCode,
  MismatchReason,
  Problem,
  RetryableProviderErrorCode,
} from "@shiming/contract";

/** One line of a vendor's table: what a code means, and whether the vendor bills it. */
export type ResultRow = OutcomeRow | ErrorRow;

interface RowBase {
  /** The vendor's code. One that ends in `*` stands for every code that begins so. */
  readonly code: string;
  /** Half a sentence of ours; in an error row it ends up in the message. */
  readonly meaning: string;
  /** Where that is written, when not where the table says. */
  readonly source?: string;
}

/** The vendor found something out, or says why it cannot with these values. */
export type OutcomeRow = RowBase & {
  readonly charged: Charge["charged"];
} & (
    | { readonly outcome: "match" | "no-record" | "pending" | "in-doubt" }
    | { readonly outcome: "mismatch"; readonly fields?: readonly Field[]; readonly reason?: MismatchReason }
    | { readonly outcome: "invalid"; readonly problems: readonly Problem[] }
  );

/** The vendor could not find out. Codes that invite another try are for calls that are not charged, by their type. */
export type ErrorRow = RowBase &
  (
    | { readonly error: RetryableProviderErrorCode; readonly charged: "no" }
    | { readonly error: FinalProviderErrorCode; readonly charged: Charge["charged"] }
  );
