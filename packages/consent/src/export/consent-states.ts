import type { ConsentRecord } from "../record.ts";

/** The states of a consent in the Data Privacy Vocabulary, which ISO/IEC TS 27560 annex B agrees with. */
export type ConsentStatus =
  "ConsentGiven" | "RenewedConsentGiven" | "ConsentRefused" | "ConsentWithdrawn" | "ConsentUnknown";

const STATES = {
  given: "ConsentGiven",
  refused: "ConsentRefused",
  withdrawn: "ConsentWithdrawn",
  // Another basis than consent: there is no consent whose state could be told.
  informed: "ConsentUnknown",
} as const satisfies Record<ConsentRecord["event"], ConsentStatus>;

/** Only the first two of the states allow handling on consent. */
export function consentStatus({ event, renews = false }: ConsentRecord): ConsentStatus {
  return event === "given" && renews ? "RenewedConsentGiven" : STATES[event];
}
