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

export interface ExpectedResult {
  readonly status: OutcomeStatus;
  readonly charged: Charge["charged"];
  readonly fields?: readonly Field[];
  readonly reason?: MismatchReason;
  readonly problems?: readonly Problem[];
  readonly attributes?: Attributes;
  readonly handle?: string;
}

export interface ExpectedError {
  readonly error: ProviderErrorCode;
  readonly charged: Charge["charged"];
  readonly vendorCode?: string;
}

/** In words, for a title. */
export function inWords(expect: Expectation): string {
  const how = "error" in expect ? `fails with ${expect.error}` : `answers ${expect.status}`;
  return `${how}, charged ${expect.charged}`;
}
