/** Largest request body the mock reads: 256 KiB. No check of these wires comes near it. */
export const BODY_LIMIT: number = 256 * 1024;

/** A request body, or why there is none. */
export type Body =
  | { readonly kind: "complete"; readonly bytes: Uint8Array }
  | { readonly kind: "too-large" }
  | { readonly kind: "broken" };

/** The declared length; undefined when the header is absent or no plain number, as in chunked requests. */
function declaredLength(headers: Headers): number | undefined {
  const value = headers.get("content-length");
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** Counts while reading and stops at the limit, so an endless body costs no more than the limit. */
async function readStream(stream: ReadableStream<Uint8Array> | null, limit: number): Promise<Body> {
  if (stream === null) return { kind: "complete", bytes: new Uint8Array() };
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read one chunk after the other
    const { done, value } = await reader.read();
    if (done) return { kind: "complete", bytes: Buffer.concat(chunks, length) };
    length += value.byteLength;
    if (length > limit) {
      reader.cancel().catch(() => undefined);
      return { kind: "too-large" };
    }
    chunks.push(value);
  }
}

/** One read for a body whose length is declared: the HTTP parser delivers no more than that. */
async function readWhole(request: Request, limit: number): Promise<Body> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.byteLength > limit ? { kind: "too-large" } : { kind: "complete", bytes };
}

/**
 * Reads a request body of at most `limit` bytes.
 *
 * Never rejects: a client that goes away, or a body that was read before, is `broken`.
 */
export async function readBoundedBody(request: Request, limit: number = BODY_LIMIT): Promise<Body> {
  const declared = declaredLength(request.headers);
  if (declared !== undefined && declared > limit) return { kind: "too-large" };
  try {
    return await (declared === undefined ? readStream(request.body, limit) : readWhole(request, limit));
  } catch {
    return { kind: "broken" };
  }
}
