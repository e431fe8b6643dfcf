/** A compact JWS of ours, taken apart (RFC 7515 7.1). Nothing in it is to be believed before its signature is checked. */
export interface CompactJws {
  readonly alg: string;
  readonly kid: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** What was signed. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/** Far above any statement of ours; what is longer is not read. */
const MAX_LENGTH = 65_536;

/**
 * Takes a compact JWS of one type apart, or tells nothing.
 *
 * Strict on purpose: exactly the three header members that we write, the type that is asked for (RFC 8725 3.11), and
 * base64url in its one canonical form, so that no character can be changed unseen, not even the unused bits of the last.
 */
export function readCompactJws(text: unknown, typ: string): CompactJws | undefined {
  if (typeof text !== "string" || text.length > MAX_LENGTH) return undefined;
  const segments = text.split(".");
  const [header, payload, signature] = segments.map(decode);
  if (segments.length !== 3 || !header || !payload || !signature) return undefined;
  const { alg, typ: type, kid, ...others } = parseObject(header) ?? {};
  const claims = parseObject(payload);
  if (type !== typ || Object.keys(others).length > 0 || claims === undefined) return undefined;
  if (typeof alg !== "string" || typeof kid !== "string") return undefined;
  return { alg, kid, claims, signed: text.slice(0, text.lastIndexOf(".")), signature };
}

function decode(segment: string): Buffer | undefined {
  const bytes = Buffer.from(segment, "base64url");
  return bytes.length > 0 && bytes.toString("base64url") === segment ? bytes : undefined;
}

function parseObject(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    // Any object is a record of unknown members.
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
