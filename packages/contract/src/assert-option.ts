import { UsageError } from "./errors.ts";

/**
 * Refuses an option that cannot work, when something is made and not when it is first used. Types end where JavaScript
 * and environment variables begin.
 *
 * @throws UsageError `INVALID_OPTION` with the path and the rule, never the value.
 * @example
 * ```ts
 * import { assertOption } from "@shiming/contract";
 *
 * export function checkPort(port: unknown): void {
 *   assertOption(Number.isSafeInteger(port), "port", "must be a whole number");
 * }
 * ```
 */
export function assertOption(holds: boolean, path: string, rule: string): asserts holds {
  if (!holds) throw new UsageError("INVALID_OPTION", path, rule);
}

/** Refuses what is not an object, and with `known` an object that has other members: a misspelt one would do nothing. */
export function assertOptions(value: unknown, path: string, known?: readonly string[]): void {
  assertOption(
    typeof value === "object" && value !== null && !Array.isArray(value),
    path,
    "must be an object",
  );
  const isKnown = known === undefined || Object.keys(value).every((name) => known.includes(name));
  assertOption(isKnown, path, `has a member other than ${known?.join(", ") ?? ""}`);
}

/** Refuses what is not a string with something in it. */
export function assertText(value: unknown, path: string): asserts value is string {
  assertOption(typeof value === "string" && value.trim() !== "", path, "must be a text that is not empty");
}
