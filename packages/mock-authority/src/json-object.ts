const decoder = new TextDecoder("utf-8", { fatal: true });

/** Reads a body as a JSON object; undefined for anything else, invalid UTF-8 included. */
export function parseJsonObject(body: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(decoder.decode(body));
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
    return Object.fromEntries(Object.entries(parsed));
  } catch {
    return undefined;
  }
}
