import { UsageError } from "@shiming/contract";

/** The range of {@link checkInteger}, both ends included. */
export interface IntegerRule {
  /** Smallest value allowed. */
  readonly min: number;
  /** Largest value allowed. */
  readonly max: number;
}

/**
 * Checks a whole number in an option.
 *
 * @param path - name of the option, for the message
 * @throws UsageError `INVALID_OPTION`
 */
export function checkInteger(value: number, path: string, { min, max }: IntegerRule): number {
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    throw new UsageError("INVALID_OPTION", path, `must be a whole number from ${min} to ${max}`);
  }
  return value;
}
