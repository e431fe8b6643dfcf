import { UsageError } from "@shiming/contract";

/**
 * A credential that does not show itself: in logs, JSON, templates and debuggers it reads `[secret]`.
 *
 * @example
 * ```ts
 * import { Secret } from "@shiming/provider-kit";
 *
 * const key = new Secret("AKIDEXAMPLE");
 * console.log(`${key}`, JSON.stringify({ key })); // [secret] {"key":"[secret]"}
 * ```
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The credential itself. Call it where it is used, and keep the result nowhere. */
  reveal(): string {
    return this.#value;
  }

  toString(): "[secret]" {
    return "[secret]";
  }

  toJSON(): "[secret]" {
    return "[secret]";
  }

  static {
    // In a static block, because a computed name has no place in a generated declaration.
    const custom = Symbol.for("nodejs.util.inspect.custom");
    Object.defineProperty(this.prototype, custom, { value: () => "[secret]" });
  }
}

/**
 * Takes a credential out of an option.
 *
 * @param path - name of the option, for the message
 * @throws UsageError `INVALID_OPTION` when it is missing or empty: a provider without keys is never a mock.
 */
export function toSecret(value: string | Secret, path: string): Secret {
  // Callers without types hand over what an unset environment variable gives.
  const given: unknown = value instanceof Secret ? value.reveal() : value;
  if (typeof given !== "string" || given.trim() === "") {
    throw new UsageError("INVALID_OPTION", path, "must be a credential that is not empty");
  }
  return value instanceof Secret ? value : new Secret(given);
}
