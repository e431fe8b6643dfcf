import {
  assertOption,
  type Clock,
  type ConsentGrant,
  type ConsentGuard,
  type Field,
  isField,
  OWN_USE,
} from "@shiming/contract";

/** Something that yields one kind of personal data, such as the location or the address book, behind the guard. */
export interface GuardedSource<F extends Field, V> {
  readonly field: F;
  /**
   * Asks the guard, and only then reads: rejects with a `ConsentError` without a read when the grant does not cover the
   * field, the purpose does not name the recipient, or the person has withdrawn.
   */
  read(grant: ConsentGrant<F>, options?: { readonly recipient?: string }): Promise<V>;
}

/** Options of `Consent.source`. */
export interface SourceOptions {
  /**
   * Within so many milliseconds of a read the same value is given to the same purpose again, without another read: a
   * source read oftener than its purpose needs is over-collection (METHOD 4.4). Default 0: every call reads.
   */
  readonly keepForMs?: number;
}

interface Tools {
  readonly guard: ConsentGuard;
  readonly clock: Clock;
}

/** Puts a source behind the guard. */
export function guardSource<F extends Field, V>(
  field: F,
  readSource: () => V | Promise<V>,
  { guard, clock, keepForMs = 0 }: Tools & SourceOptions,
): GuardedSource<F, V> {
  assertOption(typeof field === "string" && isField(field), "source.field", "must be the name of a field");
  assertOption(typeof readSource === "function", "source.read", "must be a function");
  const isTime = Number.isSafeInteger(keepForMs) && keepForMs >= 0;
  assertOption(isTime, "source.keepForMs", "must be a whole number from 0");
  let last: { readonly grantOf: string; readonly at: number; readonly value: Promise<V> } | undefined;
  return {
    field,
    async read(grant, { recipient = OWN_USE } = {}) {
      const { purposeId, subject } = await guard.authorize(grant, { fields: [field], recipient });
      const grantOf = `${purposeId} ${subject}`;
      // Reading takes time, and the person may withdraw meanwhile.
      const stillAgreed = async (value: Promise<V>): Promise<V> => {
        const read = await value;
        await guard.authorize(grant, { fields: [field], recipient });
        return read;
      };
      const now = clock.now();
      if (last?.grantOf === grantOf && now - last.at < keepForMs) return stillAgreed(last.value);
      const reading = { grantOf, at: now, value: Promise.resolve(readSource()) };
      last = keepForMs > 0 ? reading : undefined;
      // A read that failed is no value to keep.
      reading.value.catch(() => {
        if (last === reading) last = undefined;
      });
      return stillAgreed(reading.value);
    },
  };
}
