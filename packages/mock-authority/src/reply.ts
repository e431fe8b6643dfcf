/**
 * An answer as plain data. A server writes it straight to the socket; `fetch` makes a `Response` of it.
 * Building a web `Response` in Node costs about as much as verifying a signature, so the wires do not.
 */
export interface Reply {
  /** HTTP status. */
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Body text, empty when there is none. */
  readonly body: string;
}

const JSON_HEADERS = { "content-type": "application/json", "cache-control": "no-store" } as const;

/** A JSON answer. */
export function jsonReply(value: unknown, status = 200): Reply {
  return { status, headers: JSON_HEADERS, body: JSON.stringify(value) };
}

/** Statuses that the Fetch standard forbids to carry a body, not even an empty one. */
const NULL_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** The same answer as a web `Response`. */
export function toResponse({ status, headers, body }: Reply): Response {
  return new Response(NULL_BODY.has(status) ? null : body, { status, headers });
}
