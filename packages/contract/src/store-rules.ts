import { UsageError } from "./errors.ts";
import { MAX_KEY_LENGTH, type Add, type Change, type ReadOptions } from "./store.ts";

/** What is wrong with which part of a change. Rules name what is wanted and never the value. */
type Fault = readonly [part: string, rule: string];

const KEY_CHARACTERS = /^[A-Za-z0-9\-_./:@]+$/;
const KEY_RULE = `must be 1 to ${MAX_KEY_LENGTH} letters, digits or characters of -_./:@`;
const VALUE_RULE = "must be a string without lone surrogates";
const INTEGER_RULE = "must be an integer of at most 53 bits";
const DEFAULT_READ_LIMIT = 1000;

/**
 * Refuses a key that no store takes. Shared by every store, so that a key which works in a test works in production.
 *
 * Throws a `UsageError` with code `INVALID_INPUT`; `path` tells which argument, such as `key`.
 *
 * @example
 * ```ts
 * import { assertKey } from "@shiming/contract";
 *
 * assertKey("grant:01J9ZC0000", "key");
 * ```
 */
export function assertKey(key: string, path: string): void {
  if (!isKey(key)) throw new UsageError("INVALID_INPUT", path, KEY_RULE);
}

/**
 * Refuses a commit that is malformed, before any of it is applied: keys, values, amounts, versions and times.
 *
 * Throws a `UsageError` with code `INVALID_INPUT` and a path such as `changes[2].amount`.
 */
export function assertChanges(changes: readonly Change[]): void {
  changes.forEach((change, index) => {
    const fault = faultOf(change);
    if (fault) throw new UsageError("INVALID_INPUT", `changes[${index}].${fault[0]}`, fault[1]);
  });
}

/**
 * The new value of a counter, or nothing when the sum would pass `max`. Without a cap the range of safe integers is
 * the cap, so that no sum is ever rounded.
 */
export function addToCounter(current: number, add: Add): number | undefined {
  const sum = current + add.amount;
  return sum <= (add.max ?? Number.MAX_SAFE_INTEGER) && Number.isSafeInteger(sum) ? sum : undefined;
}

/**
 * The read options with their defaults.
 *
 * Throws a `UsageError` with code `INVALID_INPUT` when `after` is no integer or `limit` no positive integer.
 */
export function readWindow(options: ReadOptions = {}): Required<ReadOptions> {
  const { after = 0, limit = DEFAULT_READ_LIMIT } = options;
  if (!Number.isSafeInteger(after)) throw new UsageError("INVALID_INPUT", "options.after", INTEGER_RULE);
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new UsageError("INVALID_INPUT", "options.limit", "must be an integer of at least 1");
  return { after, limit };
}

function faultOf(change: Change): Fault | undefined {
  switch (change.change) {
    case "put":
      return (
        keyFault("key", change.key) ??
        valueFault(change.value) ??
        (change.expect === "absent" ? undefined : integerFault("expect", change.expect)) ??
        integerFault("expiresAt", change.expiresAt)
      );
    case "remove":
      return keyFault("key", change.key);
    case "add":
      return (
        keyFault("counter", change.counter) ??
        (change.amount === undefined ? ["amount", INTEGER_RULE] : integerFault("amount", change.amount)) ??
        integerFault("max", change.max) ??
        integerFault("expiresAt", change.expiresAt)
      );
    case "append":
      return keyFault("log", change.log) ?? valueFault(change.value);
    default:
      change satisfies never;
      return ["change", "must be put, remove, add or append"];
  }
}

function isKey(key: unknown): boolean {
  return typeof key === "string" && key.length <= MAX_KEY_LENGTH && KEY_CHARACTERS.test(key);
}

function keyFault(part: string, key: string): Fault | undefined {
  return isKey(key) ? undefined : [part, KEY_RULE];
}

/** A lone surrogate has no UTF-8 form: a database would give back another string than it was given. */
function valueFault(value: unknown): Fault | undefined {
  return typeof value === "string" && value.isWellFormed() ? undefined : ["value", VALUE_RULE];
}

function integerFault(part: string, value: number | undefined): Fault | undefined {
  return value === undefined || Number.isSafeInteger(value) ? undefined : [part, INTEGER_RULE];
}
