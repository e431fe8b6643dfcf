import assert from "node:assert/strict";
import { inspect } from "node:util";
import { personalParts, type Check } from "@shiming/contract";

type Disguise = (value: string) => string;

/** The forms in which a value is still there for everyone to read. */
const DISGUISES: Readonly<Record<string, Disguise>> = {
  "as it is": (value) => value,
  "percent-encoded": (value) => encodeURIComponent(value),
  "in base64": (value) => Buffer.from(value).toString("base64").replace(/=+$/, ""),
  "in base64url": (value) => Buffer.from(value).toString("base64url"),
  "escaped as in JSON": (value) =>
    value.replaceAll(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`),
  "in hexadecimal": (value) => Buffer.from(value).toString("hex"),
};

/** What must never show up of a check: its personal values, by the path of the part. */
export function personalValues(check: Check): Readonly<Record<string, string>> {
  return Object.fromEntries(personalParts(check).map(([path, , value]) => [path, value]));
}

/** Every text that a log, a debugger or an error page could make of this, in one: hidden properties and causes too. */
export function everyTextOf(value: unknown): string {
  const unfolded = inspect(value, { depth: 12, showHidden: true, getters: true, maxStringLength: null });
  const texts = [String(value), JSON.stringify(value), unfolded];
  if (value instanceof Error) texts.push(value.message, value.stack ?? "");
  return texts.join("\n");
}

/**
 * Which of the values a text shows, by their names, and in which form: as it is, percent-encoded, in base64 or
 * base64url, escaped as in JSON, or in hexadecimal; capital and small letters alike.
 *
 * @example
 * ```ts
 * import { sightings } from "@shiming/contract-tests";
 *
 * console.log(sightings("/?name=%E6%9F%90", { name: "某" })); // ["name is shown percent-encoded"]
 * ```
 */
export function sightings(shown: string, values: Readonly<Record<string, string>>): readonly string[] {
  const haystack = shown.toLowerCase();
  return Object.entries(values).flatMap(([name, value]) =>
    Object.entries(DISGUISES)
      .filter(([, disguise]) => haystack.includes(disguise(value).toLowerCase()))
      .map(([form]) => `${name} is shown ${form}`),
  );
}

/** Fails when a text shows one of the values, and tells which by its name. */
export function assertShowsNone(shown: string, values: Readonly<Record<string, string>>): void {
  const seen = sightings(shown, values);
  assert.ok(seen.length === 0, seen.join("; "));
}
