import { hash } from "node:crypto";

/** SHA-256 of a text, base64url. */
export function digest(text: string): string {
  return hash("sha256", text, "base64url");
}

/** SHA-256 of a value's JSON with the keys of every object in order, so that equal values have equal digests. */
export function digestJson(value: unknown): string {
  return digest(JSON.stringify(value, sortKeys));
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
