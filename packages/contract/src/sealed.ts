import type { Field } from "./field.ts";

/**
 * A personal value that does not show itself: in logs, JSON, templates and debuggers it reads `[sealed]`.
 * Only the {@link Sealer} that made it can open it, and the engine hands that power out as `context.reveal` alone.
 */
export interface Sealed<out F extends Field = Field> {
  readonly field: F;
  toString(): "[sealed]";
  toJSON(): "[sealed]";
}

/** Seals values, and opens what it sealed itself. */
export interface Sealer {
  seal<F extends Field>(field: F, value: string): Sealed<F>;
  /** Throws a `TypeError` for anything this sealer did not make. */
  open(sealed: Sealed): string;
}

/**
 * Makes a sealer. Whoever holds it can open what it sealed, so it never leaves the engine.
 *
 * @example
 * ```ts
 * import { createSealer } from "@shiming/contract";
 *
 * const sealer = createSealer();
 * const name = sealer.seal("name", "某一一");
 * console.log(`${name}`, JSON.stringify({ name })); // [sealed] {"name":"[sealed]"}
 * ```
 */
export function createSealer(): Sealer {
  const sealer: Sealer = {
    seal: (field, value) => new SealedValue(sealer, field, value),
    open: (sealed) => SealedValue.open(sealer, sealed),
  };
  return sealer;
}

class SealedValue<F extends Field> implements Sealed<F> {
  readonly field: F;
  readonly #sealer: Sealer;
  readonly #value: string;

  constructor(sealer: Sealer, field: F, value: string) {
    this.#sealer = sealer;
    this.field = field;
    this.#value = value;
  }

  static open(sealer: Sealer, sealed: Sealed): string {
    if (!(#value in sealed) || sealed.#sealer !== sealer) throw new TypeError("not a value of this sealer");
    return sealed.#value;
  }

  toString(): "[sealed]" {
    return "[sealed]";
  }

  toJSON(): "[sealed]" {
    return "[sealed]";
  }

  get [Symbol.toStringTag](): string {
    return "Sealed";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `[sealed ${this.field}]`;
  }
}
