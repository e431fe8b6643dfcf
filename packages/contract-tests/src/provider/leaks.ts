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
  "in hexadecimal": (value) => Buffer.from(value).toString("hex"),
};

/** What must never show up of a check: its personal values, by the path of the part. */
export function personalValues(check: Check): Readonly<Record<string, string>> {
  return Object.fromEntries(personalParts(check).map(([path, , value]) => [path, value]));
}

/** Every text that a log, a debugger or an error page could make of this. */
export function everyTextOf(value: unknown): string {
  const texts = [String(value), JSON.stringify(value), inspect(value, { depth: 9, showHidden: true })];
  if (value instanceof Error) texts.push(value.message, value.stack ?? "");
  return texts.join("\n");
}

/** Fails when a text shows one of the values, and tells which by its name. */
export function assertShowsNone(shown: string, values: Readonly<Record<string, string>>): void {
  const haystack = shown.toLowerCase();
  for (const [name, value] of Object.entries(values)) {
    for (const [form, disguise] of Object.entries(DISGUISES)) {
      assert.ok(!haystack.includes(disguise(value).toLowerCase()), `${name} is shown ${form}`);
    }
  }
}
