const UNRESERVED: ReadonlySet<number> = new Set(
  Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"),
);

/** RFC 3986, byte by byte: what is not unreserved becomes `%` and two capitals. */
export function encodeRfc3986(text: string): string {
  let encoded = "";
  for (const byte of Buffer.from(text)) {
    encoded += UNRESERVED.has(byte)
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}

/** A query as the signature covers it: decoded, encoded again and sorted, whatever way the client wrote it. */
export function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => [encodeRfc3986(name), encodeRfc3986(value)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}
