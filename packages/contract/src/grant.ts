import type { Field } from "./field.ts";

declare const granted: unique symbol;

/**
 * Permission to use the fields `F` of one person for one purpose, for a short time. It is made by a consent service,
 * never by hand: the brand cannot be written, and the guard knows its own grants at run time.
 *
 * Covariant in the set of fields: a grant for more is a grant for less, and what is missing is named by the compiler.
 */
export interface ConsentGrant<F extends Field = never> {
  readonly [granted]: { readonly [Each in F]: true };
  readonly id: string;
  readonly purposeId: string;
  /** Milliseconds since the epoch; after it a new grant is needed. */
  readonly expiresAt: number;
}

/** The recipient of what the app keeps to itself. No real recipient can have this id. */
export const OWN_USE = "self";

/** What a use of personal data is about to do. */
export interface GrantUse {
  readonly fields: readonly Field[];
  /** Who will receive them (PIPL 23 asks that the person knows it): a provider's id, or {@link OWN_USE}. */
  readonly recipient: string;
}

/** What the guard knows of a grant that it let pass. */
export interface GrantFacts {
  readonly grantId: string;
  readonly purposeId: string;
  /** Stands for the person, such as a blind index of the app's own id. Never a number or a name. */
  readonly subject: string;
  readonly recordId: string;
  /** Base64url SHA-256 of the consent record, for receipts. */
  readonly recordHash: string;
}

/** Decides, at run time, whether data may be used. The engine asks it before anything is sealed or sent. */
export interface ConsentGuard {
  /** Resolves to what is known of the grant, or rejects with a `ConsentError`. */
  authorize(grant: unknown, use: GrantUse): Promise<GrantFacts>;
  /**
   * Whether the person still agrees to what an earlier grant allowed, long after that grant has ended: resolves, or
   * rejects with a `ConsentError`: to these fields, for this recipient. For answers that come late.
   */
  reconfirm(facts: GrantFacts, use: GrantUse): Promise<void>;
}
