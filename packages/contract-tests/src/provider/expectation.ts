import type {
  Attributes,
  Charge,
  Field,
  MismatchReason,
  OutcomeStatus,
  Problem,
  ProviderErrorCode,
} from "@shiming/contract";

/** What a call has to end with: a result, or a `ProviderError`. What is left out is not looked at. */
export type Expectation = ExpectedResult | ExpectedError;

/** A result that is due. */
export interface ExpectedResult {
  /** Status of the result. */
  readonly status: OutcomeStatus;
  /** Whether the call was charged. */
  readonly charged: Charge["charged"];
  /** For `mismatch`: the fields that disagree. */
  readonly fields?: readonly Field[];
  /** For `mismatch`: why. */
  readonly reason?: MismatchReason;
  /** For `invalid`: what is wrong with which field. */
  readonly problems?: readonly Problem[];
  /** For `match`: what the authority told. */
  readonly attributes?: Attributes;
  /** For `pending` and `in-doubt`: what `resume` is to be given. */
  readonly handle?: string;
}

/** A `ProviderError` that is due. */
export interface ExpectedError {
  /** Code of the error. */
  readonly error: ProviderErrorCode;
  /** Whether the call was charged. */
  readonly charged: Charge["charged"];
  /** The vendor's own code. */
  readonly vendorCode?: string;
}

/** In words, for a title. */
export function inWords(expect: Expectation): string {
  const how = "error" in expect ? `fails with ${expect.error}` : `answers ${expect.status}`;
  return `${how}, charged ${expect.charged}`;
}
