import type { Field } from "@shiming/contract";
import type { ChangedPart } from "./law/ask.ts";
import { digestJson } from "./digest.ts";
import type { Purpose } from "./purpose.ts";
import { rememberedBy } from "./remembered-by.ts";
import { isAskedApart, type Recipient } from "./recipient.ts";

/** What a person agreed to, as far as a change of it asks for another act. */
export interface AgreedTo {
  readonly purposeVersion: number;
  /** Digest of how the data are handled, see {@link termsOf}. */
  readonly terms: string;
  /** Digests of whom the act covered, see {@link recipientTermsOf}. */
  readonly recipientTerms: readonly string[];
  readonly granted: readonly Field[];
}

/** The recipients that an act on the purpose itself covers: the others have acts of their own. */
export function coveredRecipients(purpose: Purpose): readonly Recipient[] {
  return purpose.recipients.filter((recipient) => !isAskedApart(purpose, recipient));
}

/** The digest of everything but fields, recipients and words: on which basis, how, for how long, for whom it is made. */
export const termsOf: (purpose: Purpose) => string = rememberedBy(
  ({ basis, method, retention, audience, publishes, writtenRequiredBy, realName }: Purpose) =>
    digestJson({ basis, method, retention, audience, publishes, writtenRequiredBy, realName }),
);

const coveredTermsOf = rememberedBy((purpose: Purpose) =>
  coveredRecipients(purpose).map(({ id, role, outsideMainland = false }) =>
    digestJson({ id, role, outsideMainland }),
  ),
);

/** Whether two definitions of one id say the same of how the data are handled. */
export function isSamePurpose(one: Purpose, other: Purpose): boolean {
  const saysTheSame = (): boolean => one.version === other.version && termsOf(one) === termsOf(other);
  return one === other || (one.id === other.id && saysTheSame());
}

/** A digest for each recipient that an act covers: of one that is agreed to apart also what it does with the data. */
export function recipientTermsOf(purpose: Purpose, apart: Recipient | undefined): readonly string[] {
  return apart === undefined ? coveredTermsOf(purpose) : [digestJson(apart)];
}

/**
 * What has changed since a person agreed (PIPL 14(2)) to a purpose, or to one recipient of it. Fewer fields or recipients
 * are no change, and neither are better words; a new optional field is simply not granted yet.
 */
export function changesSince(
  agreed: AgreedTo,
  purpose: Purpose,
  apart: Recipient | undefined,
): readonly ChangedPart[] {
  const has: Readonly<Record<ChangedPart, boolean>> = {
    purpose: agreed.purposeVersion !== purpose.version,
    method:
      agreed.terms !== termsOf(purpose) ||
      recipientTermsOf(purpose, apart).some((one) => !agreed.recipientTerms.includes(one)),
    kinds: apart === undefined && purpose.required.some((field) => !agreed.granted.includes(field)),
  };
  return (["purpose", "method", "kinds"] as const).filter((part) => has[part]);
}
