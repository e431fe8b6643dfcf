import { inspect } from "node:util";

/** Values that must never be seen where they do not belong, by what they are. */
export type Canaries = Readonly<Record<string, string>>;

/** Everywhere an error can show itself: what loggers print, what serialisers write, what a debugger unfolds. */
export function facesOf(error: unknown): Readonly<Record<string, string>> {
  return {
    string: String(error),
    message: error instanceof Error ? error.message : "",
    stack: error instanceof Error ? String(error.stack) : "",
    json: JSON.stringify(error) ?? "",
    inspect: inspect(error, { depth: 12, showHidden: true, getters: true, maxStringLength: null }),
  };
}

/** `place: canary` for each canary that a text holds, also escaped as a URL, JSON or base64 would have it. */
export function sightings(place: string, text: string, canaries: Canaries): readonly string[] {
  return Object.entries(canaries)
    .filter(([, value]) => disguises(value).some((disguise) => text.includes(disguise)))
    .map(([what]) => `${place}: ${what}`);
}

function disguises(value: string): readonly string[] {
  const escaped = value.replaceAll(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const base64 = Buffer.from(value).toString("base64url");
  return [value, encodeURIComponent(value), escaped, base64, Buffer.from(value).toString("hex")];
}
