import { ConsentError, type ConsentGrant, type ConsentGuard, type Field, OWN_USE } from "@shiming/contract";
import type { BlockedField } from "./collect.ts";

/**
 * A form whose values do not show themselves and open one by one, each only for a grant that covers it at that moment.
 * Made for data on their way, such as in a queue: after a withdrawal they open no more (PIPL 15).
 */
export interface SealedForm<F extends Field, V> {
  /** What is in it, by the names of the purpose. */
  readonly fields: readonly F[];
  /** What was sent in and left out. */
  readonly blocked: readonly BlockedField[];
  /**
   * The value of a field, `undefined` where the form did not have it. Rejects with a `ConsentError` when the grant does
   * not cover the field, the purpose does not name the recipient, or the person has withdrawn.
   */
  open<Each extends F>(
    field: Each,
    grant: ConsentGrant<Each>,
    options?: { readonly recipient?: string },
  ): Promise<V | undefined>;
  toString(): "[sealed]";
  toJSON(): "[sealed]";
}

/** Seals values that have passed the purpose's list of fields. */
export function sealForm<F extends Field, V>(form: {
  readonly purposeId: string;
  /** Blind index of the person. */
  readonly subject: string;
  readonly data: { readonly [Each in F]?: V };
  readonly blocked: readonly BlockedField[];
  /** Whether a grant is for the purpose as it was when the form was filled in. */
  readonly isOfPurpose: (grant: unknown) => boolean;
  readonly guard: ConsentGuard;
}): SealedForm<F, V> {
  return new SealedValues(form);
}

class SealedValues<F extends Field, V> implements SealedForm<F, V> {
  readonly blocked: readonly BlockedField[];
  readonly #purposeId: string;
  readonly #subject: string;
  readonly #values: ReadonlyMap<string, V>;
  readonly #isOfPurpose: (grant: unknown) => boolean;
  readonly #guard: ConsentGuard;

  constructor({
    purposeId,
    subject,
    data,
    blocked,
    isOfPurpose,
    guard,
  }: Parameters<typeof sealForm<F, V>>[0]) {
    this.blocked = blocked;
    this.#purposeId = purposeId;
    this.#subject = subject;
    // A field that is there has a value: `collect` leaves the others out.
    this.#values = new Map(Object.entries(data) as [string, V][]);
    this.#isOfPurpose = isOfPurpose;
    this.#guard = guard;
  }

  get fields(): readonly F[] {
    // Made of entries whose keys are fields of `F`.
    return [...this.#values.keys()] as F[];
  }

  async open<Each extends F>(
    field: Each,
    grant: ConsentGrant<Each>,
    { recipient = OWN_USE }: { readonly recipient?: string } = {},
  ): Promise<V | undefined> {
    const { purposeId, subject } = await this.#guard.authorize(grant, { fields: [field], recipient });
    if (purposeId !== this.#purposeId || subject !== this.#subject || !this.#isOfPurpose(grant)) {
      const message = "the form is of another person or purpose";
      throw new ConsentError("CONSENT_REQUIRED", { message, fields: [field], purposeId: this.#purposeId });
    }
    return this.#values.get(field);
  }

  toString(): "[sealed]" {
    return "[sealed]";
  }

  toJSON(): "[sealed]" {
    return "[sealed]";
  }

  get [Symbol.toStringTag](): string {
    return "SealedForm";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `[sealed ${this.fields.join(", ")}]`;
  }
}
